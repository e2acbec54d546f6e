import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ProblemError } from '../frame/api.ts';
import { registerPage, RosterPage } from '../frame/page.ts';
import type { Role, Team, Teammate } from '../frame/types.ts';
import '../messages/parts.ts';
import '../messages/teammates.ts';
import { empty } from '../parts/empty.ts';
import { PagedList } from '../parts/list.ts';
import { Opened } from '../parts/opened.ts';
import { split } from '../parts/panel.ts';
import { problem } from '../parts/problem.ts';
import { type Column, table } from '../parts/table.ts';
import { waiting } from '../parts/waiting.ts';
import { type Filter, filters, NO_FILTER, toolbar } from './filters.ts';
import { statusLabel } from './labels.ts';
import './panel.ts';
import type { RosterMatePanel } from './panel.ts';
import { nameOf } from './section.ts';

/** Who is in the workspace: searched, filtered and sorted by the server, with a panel for one of them. */
export class RosterTeammates extends RosterPage {
  static properties = {
    ...RosterPage.properties,
    filter: { state: true },
    roles: { state: true },
    teams: { state: true },
  };

  declare filter: Filter;
  declare roles: Role[];
  declare teams: Team[];
  private columns: Column<Teammate>[] | undefined;
  private readonly list = new PagedList<Teammate>(this, (after) =>
    this.ctx.workspace.page<Teammate>('teammates', { ...this.filter, search: this.filter.search.trim(), after, max: 100 }),
  );
  private readonly opened = new Opened(this, this.list, 'teammates', ({ id }) => id);

  constructor() {
    super();
    this.filter = NO_FILTER;
    this.roles = [];
    this.teams = [];
  }

  get dirty(): boolean {
    return this.querySelector<RosterMatePanel>('roster-mate-panel')?.dirty ?? false;
  }

  protected willUpdate(): void {
    if (!this.hasUpdated) {
      void this.list.reload();
      void this.load();
    }
  }

  /** For filters and panel; the list is readable without them. */
  private async load(): Promise<void> {
    const { workspace } = this.ctx;
    const [roles, teams] = await Promise.allSettled([workspace.all<Role>('roles'), workspace.all<Team>('teams')]);
    if (roles.status === 'fulfilled') this.roles = roles.value;
    if (teams.status === 'fulfilled') this.teams = teams.value;
  }

  protected render(): TemplateResult {
    const { ctx, list } = this;
    const order = list.error instanceof ProblemError && list.error.code === 'forbidden' && filters(this.filter);
    return split(
      ctx,
      html`
        ${toolbar(ctx, this.filter, this.roles, this.teams, this.narrow)}
        ${order ? html`<p class="roster-small">${this.t('mates.order')}</p>` : nothing}
        ${table(ctx, {
          label: this.t('mates.title'),
          columns: (this.columns ??= this.made()),
          list,
          key: ({ id }) => id,
          empty: this.nobody(),
          selected: this.opened.key,
          onRow: ({ id }) => ctx.navigate(`teammates/${encodeURIComponent(id)}`),
          sort: this.filter.sort || (this.filter.search ? '' : 'name'),
          onSort: (sort) => this.narrow({ sort }),
        })}
      `,
      this.opened.key ? { title: this.heading, body: this.body(), onClose: () => ctx.navigate('teammates') } : undefined,
    );
  }

  private get heading(): string {
    return this.opened.item ? nameOf(this.ctx, this.opened.item) : '';
  }

  private made(): Column<Teammate>[] {
    const { t, ctx } = this;
    return [
      {
        label: t('mates.name'),
        sort: 'name',
        cell: (mate) =>
          html`<a href=${ctx.href(`teammates/${encodeURIComponent(mate.id)}`)} data-item=${mate.id}>${nameOf(ctx, mate)}</a>
            ${mate.id === ctx.self ? html`<span class="roster-faint">(${t('mates.you')})</span>` : nothing}`,
      },
      { label: t('mates.email'), sort: 'email', minor: true, cell: ({ email }) => email ?? '' },
      {
        label: t('mates.role'),
        cell: ({ roleName, until }) =>
          html`${roleName}${until
            ? html` <span class="roster-faint roster-small" title=${until}>${t('mates.until', { until: ctx.texts.date(until) })}</span>`
            : nothing}`,
      },
      { label: t('mates.status'), cell: (mate) => statusLabel(ctx, mate) },
      { label: t('mates.source'), minor: true, kind: 'aside', cell: ({ source }) => t(`part.source.${source}`) },
      {
        label: t('mates.joined'),
        sort: 'joined',
        minor: true,
        kind: 'aside',
        cell: ({ joined }) => html`<time datetime=${joined} title=${joined}>${ctx.texts.date(joined)}</time>`,
      },
    ];
  }

  private nobody(): TemplateResult {
    const { t } = this;
    if (!filters(this.filter)) return empty(t('mates.empty'), t(`mates.empty.${this.ctx.surface}`));
    return empty(
      t('mates.none'),
      t('mates.none.text'),
      html`<button type="button" class="pf-v5-c-button pf-m-link" @click=${() => this.narrow(NO_FILTER)}>
        ${t('mates.filter.clear')}
      </button>`,
    );
  }

  private body(): unknown {
    const { ctx } = this;
    const { item: mate } = this.opened;
    const failed = this.opened.failed ? problem(ctx, this.opened.failed, this.opened.retry) : nothing;
    if (!mate) return failed === nothing ? waiting(ctx) : failed;
    return html`${failed}
    ${keyed(
      mate.id,
      html`<roster-mate-panel
        .ctx=${ctx}
        .mate=${mate}
        .roles=${this.roles}
        .teams=${this.teams}
        @roster-mate=${(e: CustomEvent<Teammate | undefined>) => (e.detail ? this.opened.replace(e.detail) : this.opened.read(mate.id))}
        @roster-gone=${this.gone}
      ></roster-mate-panel>`,
    )}`;
  }

  private gone = async (): Promise<void> => {
    await this.list.reload();
    this.ctx.navigate('teammates');
  };

  private narrow = (part: Partial<Filter>): void => {
    this.filter = { ...this.filter, ...part };
    void this.list.reload();
  };
}

customElements.define('roster-teammates', RosterTeammates);

registerPage({
  id: 'teammates',
  level: 'workspace',
  order: 10,
  label: 'mates.title',
  tag: 'roster-teammates',
  visible: (ctx) => ctx.looks('teammates.manage'),
});
