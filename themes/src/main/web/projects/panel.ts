import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Project, Role, Team } from '../frame/types.ts';
import '../grants/grants.ts';
import type { RosterGrants } from '../grants/grants.ts';
import { Attempt, refusal } from '../parts/attempt.ts';
import { confirm } from '../parts/dialog.ts';
import { nameForm } from '../parts/name-form.ts';
import './environments.ts';
import type { RosterEnvironments } from './environments.ts';
import { accessLabel } from './labels.ts';

type Change = 'open' | 'close' | 'archive' | 'restore';

const DONE = { open: 'opened', close: 'closed', archive: 'archived', restore: 'restored' };

/** All that belongs to one project. Tells `roster-project` with the project as it is now, or without to read it. */
export class RosterProjectPanel extends LitElement {
  static properties = {
    ctx: { attribute: false },
    project: { attribute: false },
    projects: { attribute: false },
    roles: { attribute: false },
    teams: { attribute: false },
    name: { state: true },
  };

  declare ctx: Context;
  declare project: Project;
  declare projects: Project[];
  declare roles: Role[];
  declare teams: Team[];
  /** What it is being renamed to. */
  declare name: string | undefined;
  private readonly renaming = new Attempt(this, () => this.ctx);
  private readonly changing = new Attempt(this, () => this.ctx);

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('project') && changed.get('project')?.key !== this.project.key) this.changing.clear();
  }

  get dirty(): boolean {
    const parts = this.querySelectorAll<RosterGrants | RosterEnvironments>('roster-grants, roster-environments');
    return this.name !== undefined || [...parts].some(({ dirty }) => dirty);
  }

  private get first(): boolean {
    return this.project.key === 'main';
  }

  protected render(): TemplateResult {
    const { ctx, project } = this;
    const manages = ctx.can('projects.manage');
    return html`
      <div class="roster-facts">${accessLabel(ctx, project)} <code>${project.key}</code></div>
      ${this.first ? html`<p class="roster-faint roster-small">${ctx.t('project.first')}</p>` : nothing}
      ${manages ? this.buttons() : nothing} ${refusal(ctx, this.changing, this.again)}
      ${ctx.looks('projects.manage') ? this.grants() : nothing}
      <roster-environments .ctx=${ctx} .project=${project}></roster-environments>
      ${this.name === undefined
        ? nothing
        : nameForm(ctx, {
            title: ctx.t('project.rename.title'),
            action: ctx.t('save'),
            label: ctx.t('projects.name'),
            name: this.name,
            attempt: this.renaming,
            again: this.again,
            edit: (name) => (this.name = name),
            send: this.rename,
            close: this.close,
          })}
    `;
  }

  private buttons(): TemplateResult {
    const { open, archived, name } = this.project;
    return html`<div class="roster-buttons">
      <button type="button" class="pf-v5-c-button pf-m-secondary pf-m-small" @click=${() => (this.name = name)}>
        ${this.ctx.t('project.rename')}
      </button>
      ${this.first
        ? nothing
        : archived
          ? this.button('restore')
          : html`${this.button(open ? 'close' : 'open')} ${this.button('archive')}`}
    </div>`;
  }

  private button(change: Change): TemplateResult {
    return html`<button
      type="button"
      class="pf-v5-c-button pf-m-secondary pf-m-small ${change === 'archive' ? 'pf-m-danger' : ''}"
      ?disabled=${this.changing.busy}
      @click=${() => this.change(change)}
    >
      ${this.ctx.t(`project.${change}`)}
    </button>`;
  }

  private grants(): TemplateResult {
    const { ctx, project } = this;
    const state = project.archived ? 'archived' : project.open ? 'open' : 'closed';
    return html`<section class="roster-section">
      <roster-grants
        .ctx=${ctx}
        .heading=${ctx.t('project.grants')}
        .about=${ctx.t(`project.grants.about.${state}`)}
        .project=${project.key}
        .roles=${this.roles}
        .teams=${this.teams}
        .projects=${this.projects}
      ></roster-grants>
    </section>`;
  }

  private async change(change: Change): Promise<void> {
    const { ctx } = this;
    const { name, version } = this.project;
    const sure = await confirm(ctx, {
      title: ctx.t(`project.${change}.ask`, { name }),
      text: ctx.t(`project.${change}.text`),
      action: ctx.t(`project.${change}`),
      danger: change === 'archive',
    });
    if (!sure) return;
    await this.changing.run(async () => {
      const project =
        change === 'archive' || change === 'restore'
          ? await ctx.workspace.post<Project>(`${this.path}/${change}`, undefined, version)
          : await ctx.workspace.put<Project>(this.path, { name, open: change === 'open' }, version);
      this.tell(project);
      ctx.toast(ctx.t(`project.${DONE[change]}`, { name }));
    });
  }

  private rename = (): void => {
    const { ctx } = this;
    void this.renaming.run(async () => {
      const project = await ctx.workspace.put<Project>(this.path, { name: this.name }, this.project.version);
      this.name = undefined;
      this.tell(project);
      ctx.toast(ctx.t('project.renamed', { name: project.name }));
    });
  };

  private close = (): void => {
    this.renaming.clear();
    this.name = undefined;
  };

  private again = (): void => {
    this.renaming.clear();
    this.changing.clear();
    this.tell();
  };

  private get path(): string {
    return `projects/${encodeURIComponent(this.project.key)}`;
  }

  private tell(detail?: Project): void {
    this.dispatchEvent(new CustomEvent('roster-project', { detail, bubbles: true }));
  }
}

customElements.define('roster-project-panel', RosterProjectPanel);
