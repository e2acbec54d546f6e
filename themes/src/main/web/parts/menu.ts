import { html, LitElement, nothing, type TemplateResult } from 'lit';

export interface MenuItem {
  label: string;
  /** Why it can't be chosen now; then it is there, but off. */
  off?: string;
  danger?: boolean;
  choose(): void;
}

/** A button with three dots that opens a menu: arrows move, Esc closes, Tab leaves. */
export class RosterMenu extends LitElement {
  static properties = { label: {}, items: { attribute: false }, stop: { attribute: false }, open: { state: true } };

  declare label: string;
  declare items: MenuItem[];
  /** Whether Tab stops at it; in a grid the arrows do. */
  declare stop: boolean;
  declare open: boolean;

  constructor() {
    super();
    this.stop = true;
    this.label = '';
    this.items = [];
    this.open = false;
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected render(): TemplateResult {
    return html`<span class="roster-menu" @keydown=${this.keys} @focusout=${this.left}>
      <button
        type="button"
        class="pf-v5-c-menu-toggle pf-m-plain"
        tabindex=${this.stop ? 0 : -1}
        aria-label=${this.label}
        title=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.open}
        @click=${() => this.toggle()}
      >
        <span aria-hidden="true">⋮</span>
      </button>
      ${this.open ? this.menu() : nothing}
    </span>`;
  }

  private menu(): TemplateResult {
    return html`<div class="pf-v5-c-menu roster-menu-list">
      <div class="pf-v5-c-menu__content">
        <ul class="pf-v5-c-menu__list" role="menu" aria-label=${this.label}>
          ${this.items.map(
            (item) => html`<li
              role="none"
              class="pf-v5-c-menu__list-item ${item.danger ? 'pf-m-danger' : ''} ${item.off ? 'pf-m-aria-disabled' : ''}"
            >
              <button
                type="button"
                role="menuitem"
                tabindex="-1"
                class="pf-v5-c-menu__item"
                aria-disabled=${item.off ? 'true' : nothing}
                @click=${() => this.choose(item)}
              >
                <span class="pf-v5-c-menu__item-main"><span class="pf-v5-c-menu__item-text">${item.label}</span></span>
                ${item.off ? html`<span class="pf-v5-c-menu__item-description">${item.off}</span>` : nothing}
              </button>
            </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  private async toggle(open = !this.open): Promise<void> {
    this.open = open;
    await this.updateComplete;
    if (open) this.place();
    if (open) this.buttons[0]?.focus();
  }

  /** In a scrolling box an absolute menu would be cut off; a fixed one goes where the button is. */
  private place(): void {
    const list = this.querySelector<HTMLElement>('.roster-menu-list');
    const button = this.querySelector('button')?.getBoundingClientRect();
    if (!list || !button) return;
    const { width, height } = list.getBoundingClientRect();
    const below = button.bottom + height <= innerHeight;
    list.style.top = `${below ? button.bottom : Math.max(0, button.top - height)}px`;
    list.style.left = `${Math.max(8, Math.min(button.right - width, innerWidth - width - 8))}px`;
  }

  private get buttons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  private choose(item: MenuItem): void {
    if (item.off) return;
    this.open = false;
    this.querySelector<HTMLElement>('button')?.focus();
    item.choose();
  }

  private keys(e: KeyboardEvent): void {
    if (!this.open) return;
    const all = this.buttons;
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[e.key];
    if (to !== undefined) all[to % all.length]?.focus();
    else if (e.key === 'Escape') {
      this.open = false;
      this.querySelector<HTMLElement>('button')?.focus();
    } else return;
    e.preventDefault();
    e.stopPropagation();
  }

  private left(e: FocusEvent): void {
    if (!this.contains(e.relatedTarget as Node | null)) this.open = false;
  }
}

customElements.define('roster-menu', RosterMenu);

export const menu = (label: string, items: MenuItem[], stop = true): TemplateResult =>
  html`<roster-menu .label=${label} .items=${items} .stop=${stop}></roster-menu>`;
