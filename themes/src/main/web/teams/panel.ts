import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Project, Role, Team } from '../frame/types.ts';
import '../grants/grants.ts';
import type { RosterGrants } from '../grants/grants.ts';
import { Attempt, forced, refusal } from '../parts/attempt.ts';
import { confirm } from '../parts/dialog.ts';
import './members.ts';
import { nameForm } from '../parts/name-form.ts';

/** All that belongs to one team. It tells `roster-team` when it changed, and `roster-gone` when it is deleted. */
export class RosterTeamPanel extends LitElement {
  static properties = {
    ctx: { attribute: false },
    team: { attribute: false },
    roles: { attribute: false },
    projects: { attribute: false },
    name: { state: true },
  };

  declare ctx: Context;
  declare team: Team;
  declare roles: Role[];
  declare projects: Project[];
  /** What it is being renamed to. */
  declare name: string | undefined;
  private readonly renaming = new Attempt(this, () => this.ctx);
  private readonly deleting = new Attempt(this, () => this.ctx);

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('team') && changed.get('team')?.id !== this.team.id) this.deleting.clear();
  }

  get dirty(): boolean {
    return this.name !== undefined || (this.querySelector<RosterGrants>('roster-grants')?.dirty ?? false);
  }

  protected render(): TemplateResult {
    const { ctx, team } = this;
    const { t } = ctx;
    return html`
      <roster-team-members .ctx=${ctx} .team=${team}></roster-team-members>
      ${ctx.looks('projects.manage')
        ? html`<section class="roster-section">
            <roster-grants
              .ctx=${ctx}
              .heading=${t('team.grants')}
              .about=${t('team.grants.about')}
              .team=${team.id}
              .roles=${this.roles}
              .projects=${this.projects}
            ></roster-grants>
          </section>`
        : nothing}
      ${ctx.can('teammates.manage') ? this.changes() : nothing}
      ${this.name === undefined
        ? nothing
        : nameForm(ctx, {
            title: t('team.rename.title'),
            action: t('save'),
            label: t('teams.name'),
            name: this.name,
            attempt: this.renaming,
            again: this.again,
            edit: (name) => (this.name = name),
            send: this.rename,
            close: this.close,
          })}
    `;
  }

  private changes(): TemplateResult {
    const { ctx, team } = this;
    const { t } = ctx;
    return html`<section class="roster-section">
      <div class="roster-buttons">
        <button type="button" class="pf-v5-c-button pf-m-secondary pf-m-small" @click=${() => (this.name = team.name)}>
          ${t('team.rename')}
        </button>
        <button
          type="button"
          class="pf-v5-c-button pf-m-secondary pf-m-danger pf-m-small"
          ?disabled=${this.deleting.busy}
          @click=${this.takeAway}
        >
          ${t('team.delete')}
        </button>
      </div>
      ${refusal(ctx, this.deleting, this.again)} ${this.uses()}
    </section>`;
  }

  /** What names the team and keeps it; whoever may delete it all the same does. */
  private uses(): unknown {
    const { error } = this.deleting;
    if (!(error instanceof ProblemError) || error.code !== 'in-use') return nothing;
    const { t } = this.ctx;
    return html`<ul class="pf-v5-c-list roster-small">
        ${error.usedBy.map(({ kind, count }) => html`<li>${t('team.use', { count, kind })}</li>`)}
      </ul>
      <button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => this.deleting.force()}>
        ${t('team.force')}
      </button>`;
  }

  private get path(): string {
    return `teams/${encodeURIComponent(this.team.id)}`;
  }

  private tell(name: string, detail?: Team): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private again = (): void => {
    this.renaming.clear();
    this.deleting.clear();
    this.tell('roster-team');
  };

  private close = (): void => {
    this.renaming.clear();
    this.name = undefined;
  };

  private rename = (): void => {
    const { ctx } = this;
    void this.renaming.run(async () => {
      const team = await ctx.workspace.put<Team>(this.path, { name: this.name }, this.team.version);
      this.name = undefined;
      this.tell('roster-team', team);
      ctx.toast(ctx.t('team.renamed', { name: team.name }));
    });
  };

  private takeAway = async (): Promise<void> => {
    const { ctx } = this;
    const { name } = this.team;
    const sure = await confirm(ctx, {
      title: ctx.t('team.delete.ask', { name }),
      text: ctx.t('team.delete.text'),
      action: ctx.t('team.delete'),
      danger: true,
    });
    if (!sure) return;
    await this.deleting.run(async (force) => {
      await ctx.workspace.delete(forced(this.path, force), this.team.version);
      ctx.toast(ctx.t('team.deleted', { name }));
      this.tell('roster-gone');
    });
  };
}

customElements.define('roster-team-panel', RosterTeamPanel);
