import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { registerPage, RosterPage } from '../frame/page.ts';
import type { Page, Project, Role, Team } from '../frame/types.ts';
import '../messages/parts.ts';
import '../messages/projects.ts';
import { Attempt } from '../parts/attempt.ts';
import { empty } from '../parts/empty.ts';
import { PagedList } from '../parts/list.ts';
import { Opened } from '../parts/opened.ts';
import { split } from '../parts/panel.ts';
import { problem } from '../parts/problem.ts';
import { type Column, table } from '../parts/table.ts';
import { waiting } from '../parts/waiting.ts';
import { type Keyed, keyedForm, NOTHING } from './keyed-form.ts';
import { accessLabel } from './labels.ts';
import './panel.ts';
import type { RosterProjectPanel } from './panel.ts';

/** The projects that the reader may see, with a panel for one of them. */
export class RosterProjects extends RosterPage {
  static properties = {
    ...RosterPage.properties,
    roles: { state: true },
    teams: { state: true },
    archived: { state: true },
    draft: { state: true },
  };

  declare roles: Role[];
  declare teams: Team[];
  /** Whether archived ones are shown too. */
  declare archived: boolean;
  /** Of the project that is being made. */
  declare draft: Keyed | undefined;
  private readonly creating = new Attempt(this, () => this.ctx);
  private readonly list = new PagedList<Project>(this, (after) => this.fetch(after));
  private readonly opened = new Opened(this, this.list, 'projects', ({ key }) => key);

  constructor() {
    super();
    this.roles = [];
    this.teams = [];
    this.archived = false;
  }

  get dirty(): boolean {
    return !!this.draft?.name.trim() || (this.querySelector<RosterProjectPanel>('roster-project-panel')?.dirty ?? false);
  }

  private get manages(): boolean {
    return this.ctx.can('projects.manage');
  }

  protected willUpdate(): void {
    if (!this.hasUpdated) {
      void this.list.reload();
      if (this.manages) void this.load();
    }
  }

  /** Archived ones are few: they are left out here, and a page of nothing else gives way to the next. */
  private async fetch(after: string | null): Promise<Page<Project>> {
    const page = await this.ctx.workspace.page<Project>('projects', { after, max: 100 });
    const items = page.items.filter(({ archived }) => this.archived || !archived);
    return items.length || !page.next ? { ...page, items } : this.fetch(page.next);
  }

  /** What grants name. */
  private async load(): Promise<void> {
    const { workspace } = this.ctx;
    const [roles, teams] = await Promise.allSettled([workspace.all<Role>('roles'), workspace.all<Team>('teams')]);
    if (roles.status === 'fulfilled') this.roles = roles.value;
    if (teams.status === 'fulfilled') this.teams = teams.value;
  }

  protected render(): TemplateResult {
    const { ctx, t, list } = this;
    return html`${split(
      ctx,
      html`
        <div class="roster-toolbar">
          <p class="roster-faint roster-grow">${t(this.manages ? 'projects.about' : 'projects.about.own')}</p>
          ${this.manages ? this.tools() : nothing}
        </div>
        ${table(ctx, {
          label: t('projects.title'),
          columns: this.columns(),
          list,
          key: ({ key }) => key,
          empty: empty(t('projects.empty'), t('projects.empty.text')),
          selected: this.opened.key,
          onRow: ({ key }) => ctx.navigate(`projects/${key}`),
        })}
      `,
      this.opened.key ? { title: this.opened.item?.name ?? '', body: this.body(), onClose: () => ctx.navigate('projects') } : undefined,
    )}
    ${this.draft ? this.form(this.draft) : nothing}`;
  }

  private tools(): TemplateResult {
    const { t } = this;
    return html`<label class="pf-v5-c-check">
        <input class="pf-v5-c-check__input" type="checkbox" .checked=${this.archived} @change=${this.toggle} />
        <span class="pf-v5-c-check__label">${t('projects.archived.show')}</span>
      </label>
      <button type="button" class="pf-v5-c-button pf-m-primary" @click=${() => (this.draft = NOTHING)}>
        ${t('projects.create')}
      </button>`;
  }

  private toggle = (): void => {
    this.archived = !this.archived;
    void this.list.reload();
  };

  private columns(): Column<Project>[] {
    const { t, ctx } = this;
    return [
      {
        label: t('projects.name'),
        cell: ({ key, name }) => html`<a href=${ctx.href(`projects/${key}`)} data-item=${key}>${name}</a>`,
      },
      { label: t('projects.key'), minor: true, cell: ({ key }) => html`<code>${key}</code>` },
      { label: t('projects.access'), cell: (project) => accessLabel(ctx, project) },
      {
        label: t('projects.environments'),
        minor: true,
        cell: ({ environments }) => ctx.texts.list(environments.filter(({ archived }) => !archived).map(({ name }) => name)),
      },
    ];
  }

  private body(): unknown {
    const { ctx } = this;
    const { item: project } = this.opened;
    const failed = this.opened.failed ? problem(ctx, this.opened.failed, this.opened.retry) : nothing;
    if (!project) return failed === nothing ? waiting(ctx) : failed;
    return html`${failed}
    ${keyed(
      project.key,
      html`<roster-project-panel
        .ctx=${ctx}
        .project=${project}
        .projects=${this.list.items}
        .roles=${this.roles}
        .teams=${this.teams}
        @roster-project=${(e: CustomEvent<Project | undefined>) => (e.detail ? this.opened.replace(e.detail) : this.opened.read(project.key))}
      ></roster-project-panel>`,
    )}`;
  }

  private form(draft: Keyed): TemplateResult {
    const { t } = this;
    return keyedForm(this.ctx, {
      title: t('projects.create'),
      action: t('projects.create.action'),
      labels: { name: t('projects.name'), key: t('projects.key'), keyHelp: t('projects.key.help') },
      draft,
      attempt: this.creating,
      edit: (keyed) => (this.draft = keyed),
      send: this.create,
      close: () => {
        this.creating.clear();
        this.draft = undefined;
      },
    });
  }

  private create = (): void => {
    const { ctx, draft } = this;
    void this.creating.run(async () => {
      const project = await ctx.workspace.post<Project>('projects', { key: draft?.key, name: draft?.name });
      this.draft = undefined;
      await this.list.reload();
      ctx.toast(ctx.t('projects.created', { name: project.name }));
      ctx.navigate(`projects/${project.key}`);
    });
  };
}

customElements.define('roster-projects', RosterProjects);

registerPage({
  id: 'projects',
  level: 'workspace',
  order: 40,
  label: 'projects.title',
  tag: 'roster-projects',
  visible: () => true,
});
