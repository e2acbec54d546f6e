import { html, LitElement, type TemplateResult } from 'lit';
import type { Api } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import { empty } from '../parts/empty.ts';
import { PagedList } from '../parts/list.ts';
import '../parts/search.ts';
import { type Column, table } from '../parts/table.ts';
import type { ListedWorkspace } from '../schema.ts';

/** Keycloak's own, as far as it is shown. */
export interface Organization {
  id: string;
  name: string;
  alias: string;
  enabled: boolean;
  domains?: { name: string }[];
}

const SIZE = 50;

/** The organizations of the realm, as Keycloak lists them to this administrator. */
export class RosterOrganizations extends LitElement {
  static properties = { ctx: { attribute: false }, keycloak: { attribute: false }, search: { state: true }, orphans: { state: true } };

  declare ctx: Context;
  declare keycloak: Api;
  declare private search: string;
  /** By id, those that nobody of their own can run any more, and since when. */
  declare private orphans: Map<string, string>;
  address!: (alias: string) => string;
  go!: (hash: string) => void;
  private readonly list = new PagedList<Organization>(this, (after) => this.load(Number(after ?? 0)));

  constructor() {
    super();
    this.search = '';
    this.orphans = new Map();
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected firstUpdated(): void {
    void this.list.reload();
    void this.loadOrphans();
  }

  /** A realm in which Roster is off has none, and says so elsewhere. */
  private async loadOrphans(): Promise<void> {
    const orphans = await this.ctx.api.all<ListedWorkspace>('workspaces', { orphaned: 'true' }).catch(() => []);
    this.orphans = new Map(orphans.map((one) => [one.id, one.orphanedSince ?? '']));
  }

  /** Keycloak counts on; one more than is shown tells whether there are others. */
  private async load(first: number): Promise<{ items: Organization[]; next: string | null }> {
    const found = await this.keycloak.get<Organization[]>('organizations', {
      search: this.search,
      first,
      max: SIZE + 1,
    });
    return { items: found.slice(0, SIZE), next: found.length > SIZE ? String(first + SIZE) : null };
  }

  protected render(): TemplateResult {
    const { ctx } = this;
    const { t } = ctx;
    const columns: Column<Organization>[] = [
      {
        label: t('workspaces.name'),
        cell: (org) => html`<a href=${this.address(org.alias)}>${org.name}</a>
          ${org.enabled ? '' : html`<span class="roster-tag">${t('workspaces.off')}</span>`}
          ${
            this.orphans.has(org.id)
              ? html`<span class="roster-tag roster-risk" title=${t('workspaces.orphaned.text')}>${t('workspaces.orphaned')}</span>`
              : ''
          }`,
      },
      { label: t('workspaces.alias'), cell: (org) => html`<code>${org.alias}</code>` },
      {
        label: t('workspaces.domains'),
        minor: true,
        cell: (org) => (org.domains ?? []).map((domain) => domain.name).join(', '),
      },
    ];
    return html`
      <div class="roster-tools">
        <roster-search
          .label=${t('workspaces.search')}
          @roster-search=${(e: CustomEvent<string>) => {
            this.search = e.detail;
            void this.list.reload();
          }}
        ></roster-search>
      </div>
      ${table(ctx, {
        label: t('workspaces.title'),
        columns,
        list: this.list,
        key: (org) => org.id,
        onRow: (org) => this.go(this.address(org.alias)),
        empty: this.search ? empty(t('workspaces.none')) : empty(t('workspaces.empty'), t('workspaces.empty.text')),
      })}
    `;
  }
}

customElements.define('roster-organizations', RosterOrganizations);
