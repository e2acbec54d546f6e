import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { registerPage, RosterPage } from '../frame/page.ts';
import type { Project, Role, Team } from '../frame/types.ts';
import '../messages/parts.ts';
import '../messages/teams.ts';
import { Attempt } from '../parts/attempt.ts';
import { empty } from '../parts/empty.ts';
import { PagedList } from '../parts/list.ts';
import { Opened } from '../parts/opened.ts';
import { nameForm } from '../parts/name-form.ts';
import { split } from '../parts/panel.ts';
import { problem } from '../parts/problem.ts';
import { table } from '../parts/table.ts';
import { waiting } from '../parts/waiting.ts';
import './panel.ts';
import type { RosterTeamPanel } from './panel.ts';

/** The teams of the workspace, with a panel for one of them. */
export class RosterTeams extends RosterPage {
  static properties = {
    ...RosterPage.properties,
    roles: { state: true },
    projects: { state: true },
    name: { state: true },
  };

  declare roles: Role[];
  declare projects: Project[];
  /** Of the team that is being made. */
  declare name: string | undefined;
  private readonly creating = new Attempt(this, () => this.ctx);
  private readonly list = new PagedList<Team>(this, (after) =>
    this.ctx.workspace.page<Team>('teams', { after, max: 100 }),
  );
  private readonly opened = new Opened(this, this.list, 'teams', ({ id }) => id);

  constructor() {
    super();
    this.roles = [];
    this.projects = [];
  }

  get dirty(): boolean {
    return !!this.name?.trim() || (this.querySelector<RosterTeamPanel>('roster-team-panel')?.dirty ?? false);
  }

  protected willUpdate(): void {
    if (!this.hasUpdated) {
      void this.list.reload();
      void this.load();
    }
  }

  /** What grants name. */
  private async load(): Promise<void> {
    const { workspace } = this.ctx;
    const [roles, projects] = await Promise.allSettled([workspace.all<Role>('roles'), workspace.all<Project>('projects')]);
    if (roles.status === 'fulfilled') this.roles = roles.value;
    if (projects.status === 'fulfilled') this.projects = projects.value;
  }

  protected render(): TemplateResult {
    const { ctx, t, list } = this;
    return html`${split(
      ctx,
      html`
        <div class="roster-toolbar">
          <p class="roster-faint roster-grow">${t('teams.about')}</p>
          ${list.items.length ? this.button() : nothing}
        </div>
        ${table(ctx, {
          label: t('teams.title'),
          columns: [
            {
              label: t('teams.name'),
              cell: (team) => html`<a href=${ctx.href(`teams/${team.id}`)} data-item=${team.id}>${team.name}</a>`,
            },
          ],
          list,
          key: ({ id }) => id,
          empty: empty(t('teams.empty'), t('teams.empty.text'), this.button()),
          selected: this.opened.key,
          onRow: ({ id }) => ctx.navigate(`teams/${id}`),
        })}
      `,
      this.opened.key ? { title: this.opened.item?.name ?? '', body: this.body(), onClose: () => ctx.navigate('teams') } : undefined,
    )}
    ${this.name === undefined
      ? nothing
      : nameForm(ctx, {
          title: t('teams.create'),
          action: t('teams.create.action'),
          label: t('teams.name'),
          name: this.name,
          attempt: this.creating,
          edit: (name) => (this.name = name),
          send: this.create,
          close: this.close,
        })}`;
  }

  private button(): TemplateResult | typeof nothing {
    if (!this.ctx.can('teammates.manage')) return nothing;
    return html`<button type="button" class="pf-v5-c-button pf-m-primary" @click=${() => (this.name = '')}>
      ${this.t('teams.create')}
    </button>`;
  }

  private body(): unknown {
    const { ctx } = this;
    const { item: team } = this.opened;
    const failed = this.opened.failed ? problem(ctx, this.opened.failed, this.opened.retry) : nothing;
    if (!team) return failed === nothing ? waiting(ctx) : failed;
    return html`${failed}
    ${keyed(
      team.id,
      html`<roster-team-panel
        .ctx=${ctx}
        .team=${team}
        .roles=${this.roles}
        .projects=${this.projects}
        @roster-team=${(e: CustomEvent<Team | undefined>) => (e.detail ? this.opened.replace(e.detail) : this.opened.read(team.id))}
        @roster-gone=${this.gone}
      ></roster-team-panel>`,
    )}`;
  }

  private gone = async (): Promise<void> => {
    await this.list.reload();
    this.ctx.navigate('teams');
  };

  private close = (): void => {
    this.creating.clear();
    this.name = undefined;
  };

  private create = (): void => {
    const { ctx } = this;
    void this.creating.run(async () => {
      const team = await ctx.workspace.post<Team>('teams', { name: this.name });
      this.name = undefined;
      await this.list.reload();
      ctx.toast(ctx.t('teams.created', { name: team.name }));
      ctx.navigate(`teams/${team.id}`);
    });
  };
}

customElements.define('roster-teams', RosterTeams);

registerPage({
  id: 'teams',
  level: 'workspace',
  order: 30,
  label: 'teams.title',
  tag: 'roster-teams',
  visible: (ctx) => ctx.looks('teammates.manage'),
});
