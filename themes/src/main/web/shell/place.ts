import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Context, type PageEntry, pages, type RosterPage } from '../frame/page.ts';
import { empty } from '../parts/empty.ts';

/** A workspace, or the realm: its name, its pages, and the one of them that the address names. */
export class RosterPlace extends LitElement {
  static properties = {
    ctx: { attribute: false },
    level: {},
    heading: {},
    subtitle: {},
    path: { attribute: false },
    first: { attribute: false },
  };

  declare ctx: Context;
  declare level: PageEntry['level'];
  declare heading: string;
  declare subtitle: string;
  declare path: string[];
  /** An entry of the navigation before the pages, for what the shell shows itself. */
  declare first: { label: string; body: unknown } | undefined;
  private page: RosterPage | undefined;

  constructor() {
    super();
    this.path = [];
    this.subtitle = '';
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  get dirty(): boolean {
    return this.page?.dirty ?? false;
  }

  /** Lets go of the page, with its draft: the next one is made anew. */
  forget(): void {
    this.page = undefined;
  }

  private get entries(): PageEntry[] {
    return pages(this.level, this.ctx);
  }

  private get entry(): PageEntry | undefined {
    const [id] = this.path;
    if (id) return this.entries.find((entry) => entry.id === id);
    return this.first ? undefined : this.entries[0];
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    const { entry } = this;
    if (!entry) this.page = undefined;
    else if (this.page?.localName !== entry.tag || changed.has('ctx')) {
      this.page = document.createElement(entry.tag) as RosterPage;
    }
    if (this.page) {
      this.page.ctx = this.ctx;
      this.page.path = this.path.slice(1);
    }
  }

  protected updated(): void {
    if (!this.isConnected) return;
    const label = this.entry ? this.ctx.t(this.entry.label) : (this.first?.label ?? '');
    document.title = [label, this.heading].filter(Boolean).join(' – ');
    // Where the tabs scroll sideways, the present one has to be in sight.
    this.querySelector('.roster-tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  protected render(): TemplateResult {
    return html`
      <header class="roster-head">
        <h1 class="pf-v5-c-title pf-m-2xl roster-title" tabindex="-1">${this.heading}</h1>
        ${this.subtitle ? html`<p class="roster-subtitle">${this.subtitle}</p>` : nothing}
        ${this.tabs()}
      </header>
      <div class="roster-body">${this.body()}</div>
    `;
  }

  private tabs(): TemplateResult | typeof nothing {
    const { entries, entry } = this;
    if (entries.length + (this.first ? 1 : 0) < 2) return nothing;
    return html`<nav class="roster-tabs" aria-label=${this.ctx.t('frame.about')}>
      ${this.first ? tab(this.ctx.href(''), this.first.label, !this.path.length) : nothing}
      ${entries.map((each) => tab(this.ctx.href(each.id), this.ctx.t(each.label), each === entry))}
    </nav>`;
  }

  private body(): unknown {
    const { t } = this.ctx;
    if (this.page) return this.page;
    if (!this.path.length && this.first) return this.first.body;
    if (!this.entries.length) return empty(t('frame.nothing'), t('frame.nothing.text'));
    return empty(t('frame.missing'), t('frame.missing.text'));
  }
}

const tab = (href: string, label: string, here: boolean): TemplateResult =>
  html`<a href=${href} class="roster-tab" aria-current=${here ? 'page' : nothing}>${label}</a>`;

customElements.define('roster-place', RosterPlace);
