import { html, LitElement, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';

let count = 0;

/** What belongs to the chosen row of a list, beside it; over it where the window is narrow. Esc closes. */
export class RosterPanel extends LitElement {
  static properties = { heading: {}, closing: {}, body: { attribute: false } };

  declare heading: string;
  declare closing: string;
  declare body: unknown;
  private readonly label = `roster-panel-${++count}`;

  constructor() {
    super();
    this.heading = '';
    this.closing = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected render(): TemplateResult {
    return html`<section class="roster-panel" aria-labelledby=${this.label} @keydown=${this.keys}>
      <header class="roster-panel-head">
        <h2 id=${this.label} class="pf-v5-c-title pf-m-lg" tabindex="-1">${this.heading}</h2>
        <button type="button" class="pf-v5-c-button pf-m-plain" aria-label=${this.closing} @click=${this.close}>
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <div class="roster-panel-body">${this.body}</div>
    </section>`;
  }

  private keys(e: KeyboardEvent): void {
    if (e.key === 'Escape' && !e.defaultPrevented) this.close();
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('roster-close'));
  }
}

customElements.define('roster-panel', RosterPanel);

/** A list with its panel, if one is open. */
export const split = (
  ctx: Pick<Context, 't'>,
  list: unknown,
  panel?: { title: string; body: unknown; onClose(): void },
): TemplateResult => html`<div class="roster-split ${panel ? 'roster-open' : ''}">
  <div class="roster-split-main">${list}</div>
  ${panel
    ? html`<roster-panel
        .heading=${panel.title}
        .closing=${ctx.t('close')}
        .body=${panel.body}
        @roster-close=${panel.onClose}
      ></roster-panel>`
    : ''}
</div>`;
