import { html, LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { alert } from './problem.ts';

type Kind = 'success' | 'danger' | 'info';

interface Toast {
  id: number;
  text: string;
  kind: Kind;
}

/** What was done, in a corner for a while; read out by screen readers. */
export class RosterToasts extends LitElement {
  static properties = { shown: { state: true } };

  declare shown: Toast[];
  private last = 0;

  constructor() {
    super();
    this.shown = [];
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  show(text: string, kind: Kind = 'success'): void {
    const id = ++this.last;
    this.shown = [...this.shown, { id, text, kind }];
    setTimeout(() => (this.shown = this.shown.filter((toast) => toast.id !== id)), 6000);
  }

  protected render(): TemplateResult {
    return html`<div class="roster-toasts" aria-live="polite">
      ${repeat(this.shown, (toast) => toast.id, (toast) => alert(toast.kind, toast.text))}
    </div>`;
  }
}

customElements.define('roster-toasts', RosterToasts);
