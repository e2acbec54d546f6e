import { html, LitElement } from 'lit';

/** A search field; it tells `roster-search` with the text as `detail` once typing pauses. */
export class RosterSearch extends LitElement {
  static properties = { label: {}, value: {} };

  declare label: string;
  declare value: string;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.label = '';
    this.value = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected render() {
    return html`<span class="pf-v5-c-form-control roster-search">
      <input
        type="search"
        maxlength="64"
        autocomplete="off"
        aria-label=${this.label}
        placeholder=${this.label}
        .value=${this.value}
        @input=${(e: InputEvent) => this.later((e.target as HTMLInputElement).value)}
      />
    </span>`;
  }

  private later(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.value = text;
      this.dispatchEvent(new CustomEvent('roster-search', { detail: text, bubbles: true }));
    }, 250);
  }
}

customElements.define('roster-search', RosterSearch);
