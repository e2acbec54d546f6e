import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Team } from '../frame/types.ts';
import { refusal } from '../parts/attempt.ts';
import { select } from '../parts/fields.ts';
import { none, PagedList } from '../parts/list.ts';
import { problem } from '../parts/problem.ts';
import { MateSection } from './section.ts';

/** In which teams a teammate is. */
export class RosterMateTeams extends MateSection {
  static properties = { teams: { attribute: false } };

  /** All of the workspace. */
  declare teams: Team[];
  private readonly list = new PagedList<Team>(this, (after) =>
    this.ctx.workspace.page<Team>(this.path('/teams'), { after, max: 500 }),
  );

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mate') && changed.get('mate')?.id !== this.mate.id) void this.list.reload();
  }

  protected render(): TemplateResult {
    const { t, list } = this;
    const others = this.teams.filter(({ id }) => !list.items.some((team) => team.id === id));
    return html`<section class="roster-section">
      <h3 class="pf-v5-c-title pf-m-md">${t('mate.teams')}</h3>
      ${list.error ? problem(this.ctx, list.error, list.retry) : nothing}
      ${none(this.ctx, list, 'mate.teams.none')}
      <ul class="roster-plain roster-chips">
        ${repeat(
          list.items,
          ({ id }) => id,
          (team) => html`<li class="pf-v5-c-label">
            <span class="pf-v5-c-label__content">
              <a class="pf-v5-c-label__text" href=${this.ctx.href(`teams/${team.id}`)}>${team.name}</a>
            </span>
            ${this.manages ? this.cross(team) : nothing}
          </li>`,
        )}
      </ul>
      ${this.manages && others.length
        ? select({
            aria: t('mate.teams.add'),
            value: '',
            disabled: this.attempt.busy || !list.loaded,
            options: [
              { value: '', label: t('mate.teams.add') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ],
            onSelect: (id) => this.join(others.find((team) => team.id === id)),
          })
        : nothing}
      ${refusal(this.ctx, this.attempt)}
    </section>`;
  }

  private cross(team: Team): TemplateResult {
    return html`<button
      type="button"
      class="roster-chip-remove"
      aria-label=${this.t('mate.teams.leave', { name: this.name, team: team.name })}
      ?disabled=${this.attempt.busy}
      @click=${() => this.leave(team)}
    >
      <span aria-hidden="true">✕</span>
    </button>`;
  }

  private async join(team: Team | undefined): Promise<void> {
    if (!team) return;
    const done = await this.attempt.run(() => this.ctx.workspace.put(this.member(team), undefined));
    if (done) this.finished('mate.teams.joined', team);
  }

  private async leave(team: Team): Promise<void> {
    const done = await this.attempt.run(() => this.ctx.workspace.delete(this.member(team)));
    if (done) this.finished('mate.teams.left', team);
  }

  private member(team: Team): string {
    return `teams/${encodeURIComponent(team.id)}/members/${encodeURIComponent(this.mate.id)}`;
  }

  private finished(text: string, team: Team): void {
    this.changed();
    void this.list.reload();
    this.ctx.toast(this.t(text, { name: this.name, team: team.name }));
  }
}

customElements.define('roster-mate-teams', RosterMateTeams);
