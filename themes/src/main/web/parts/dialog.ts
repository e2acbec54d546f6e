import { html, LitElement, nothing, render, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import { complete } from './fields.ts';

let count = 0;

/**
 * A modal dialog in the browser's own, which keeps the focus inside, closes on Esc and gives the focus back. Show it
 * by rendering it and end it by rendering it no more, on its event `roster-close`.
 */
export class RosterDialog extends LitElement {
  static properties = { heading: {}, body: { attribute: false }, actions: { attribute: false }, wide: { type: Boolean } };

  declare heading: string;
  declare body: unknown;
  declare actions: unknown;
  declare wide: boolean;
  private readonly label = `roster-dialog-${++count}`;
  private opener: Element | null = null;

  constructor() {
    super();
    this.heading = '';
    this.wide = false;
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  connectedCallback(): void {
    this.opener = document.activeElement;
    super.connectedCallback();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.opener instanceof HTMLElement && this.opener.isConnected) this.opener.focus();
  }

  protected firstUpdated(): void {
    const dialog = this.querySelector('dialog');
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[autofocus], input, select, textarea')?.focus();
  }

  protected render(): TemplateResult {
    return html`<dialog
      class="pf-v5-c-modal-box ${this.wide ? 'pf-m-md' : 'pf-m-sm'} roster-dialog"
      aria-labelledby=${this.label}
      @cancel=${this.cancel}
      @keydown=${this.keys}
    >
      <header class="pf-v5-c-modal-box__header">
        <h1 class="pf-v5-c-modal-box__title" id=${this.label}>
          <span class="pf-v5-c-modal-box__title-text">${this.heading}</span>
        </h1>
      </header>
      <div class="pf-v5-c-modal-box__body">${this.body}</div>
      <footer class="pf-v5-c-modal-box__footer">${this.actions}</footer>
    </dialog>`;
  }

  /** Esc closes the dialog, and not the panel in which it was opened too. */
  private keys(e: KeyboardEvent): void {
    if (e.key === 'Escape') e.stopPropagation();
  }

  private cancel(e: Event): void {
    e.preventDefault();
    this.dispatchEvent(new CustomEvent('roster-close'));
  }
}

customElements.define('roster-dialog', RosterDialog);

export interface DialogOptions {
  title: string;
  body: unknown;
  actions: unknown;
  onClose(): void;
  wide?: boolean;
}

export const dialog = ({ title, body, actions, onClose, wide }: DialogOptions): TemplateResult =>
  html`<roster-dialog
    .heading=${title}
    .body=${body}
    .actions=${actions}
    ?wide=${wide ?? false}
    @roster-close=${onClose}
  ></roster-dialog>`;

export interface FormDialog extends Omit<DialogOptions, 'actions'> {
  /** Of the button that sends the form. */
  action: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  onSubmit(): void;
}

/** A dialog around one form: Enter sends it. */
export function formDialog(ctx: Pick<Context, 't'>, options: FormDialog): TemplateResult {
  const id = 'roster-dialog-form';
  const send = (e: Event) => {
    e.preventDefault();
    if (!options.busy && !options.disabled && complete(e)) options.onSubmit();
  };
  return dialog({
    ...options,
    body: html`<form class="pf-v5-c-form" id=${id} novalidate @submit=${send}>${options.body}</form>`,
    actions: html`
      <button
        type="submit"
        form=${id}
        class="pf-v5-c-button ${options.danger ? 'pf-m-danger' : 'pf-m-primary'}"
        ?disabled=${options.busy || options.disabled}
      >
        ${options.action}
      </button>
      <button type="button" class="pf-v5-c-button pf-m-link" @click=${options.onClose}>${ctx.t('cancel')}</button>
    `,
  });
}

export interface Question {
  title: string;
  text: unknown;
  action: string;
  danger?: boolean;
}

/** Asks yes or no; Esc is no. */
export function confirm(ctx: Pick<Context, 't'>, question: Question): Promise<boolean> {
  // Where the shell is, so that its own rules of style hold; the dialog is above the page in any case.
  const host = document.createElement('div');
  (document.querySelector('roster-workspaces, roster-console') ?? document.body).append(host);
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      render(nothing, host);
      host.remove();
      resolve(answer);
    };
    render(
      dialog({
        title: question.title,
        body: question.text,
        onClose: () => end(false),
        actions: html`
          <button
            type="button"
            ?autofocus=${!question.danger}
            class="pf-v5-c-button ${question.danger ? 'pf-m-danger' : 'pf-m-primary'}"
            @click=${() => end(true)}
          >
            ${question.action}
          </button>
          <button
            type="button"
            ?autofocus=${!!question.danger}
            class="pf-v5-c-button pf-m-link"
            @click=${() => end(false)}
          >
            ${ctx.t('cancel')}
          </button>
        `,
      }),
      host,
    );
  });
}
