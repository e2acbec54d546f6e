import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Context } from '../frame/page.ts';
import type { Team, TeamMember } from '../frame/types.ts';
import { matePicker } from '../grants/grant-form.ts';
import { Attempt, refusal } from '../parts/attempt.ts';
import { none, PagedList } from '../parts/list.ts';
import type { Choice } from '../parts/picker.ts';
import { problem } from '../parts/problem.ts';

/** Who is in a team. */
export class RosterTeamMembers extends LitElement {
  static properties = { ctx: { attribute: false }, team: { attribute: false } };

  declare ctx: Context;
  declare team: Team;
  private readonly attempt = new Attempt(this, () => this.ctx);
  private readonly list = new PagedList<TeamMember>(this, (after) =>
    this.ctx.workspace.page<TeamMember>(`teams/${encodeURIComponent(this.team.id)}/members`, { after, max: 100 }),
  );

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  private get manages(): boolean {
    return this.ctx.can('teammates.manage');
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('team') && changed.get('team')?.id !== this.team.id) {
      this.attempt.clear();
      void this.list.reload();
    }
  }

  protected render(): TemplateResult {
    const { list } = this;
    const { t } = this.ctx;
    return html`<section class="roster-section">
      <h3 class="pf-v5-c-title pf-m-md">${t('team.members')}</h3>
      ${this.manages ? matePicker(this.ctx, 'team-member', this.add) : nothing} ${refusal(this.ctx, this.attempt)}
      ${list.error ? problem(this.ctx, list.error, list.retry) : nothing}
      ${none(this.ctx, list, 'team.members.none')}
      <ul class="roster-plain roster-rows">
        ${repeat(list.items, ({ id }) => id, (member) => this.row(member))}
      </ul>
      ${list.next
        ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => list.more()}>
            ${t('list.more')}
          </button>`
        : nothing}
    </section>`;
  }

  private row(member: TeamMember): TemplateResult {
    const { ctx } = this;
    const name = member.name || member.username || ctx.t('part.unnamed');
    return html`<li>
      <div class="roster-row-main">
        <a href=${ctx.href(`teammates/${encodeURIComponent(member.id)}`)}>${name}</a>
        <span class="roster-small roster-faint roster-block">${member.email ?? ''}</span>
      </div>
      ${this.manages
        ? html`<span class="roster-row-buttons">
            <button
              type="button"
              class="pf-v5-c-button pf-m-link pf-m-inline roster-small"
              aria-label=${ctx.t('team.member.remove', { name })}
              ?disabled=${this.attempt.busy}
              @click=${() => this.takeAway(member.id, name)}
            >
              ${ctx.t('part.remove')}
            </button>
          </span>`
        : nothing}
    </li>`;
  }

  private add = async ({ id, name }: Choice): Promise<void> => {
    const done = await this.attempt.run(() => this.ctx.workspace.put(this.path(id), undefined));
    if (done) this.finished('team.member.joined', name);
  };

  private async takeAway(id: string, name: string): Promise<void> {
    const done = await this.attempt.run(() => this.ctx.workspace.delete(this.path(id)));
    if (done) this.finished('team.member.left', name);
  }

  private path(user: string): string {
    return `teams/${encodeURIComponent(this.team.id)}/members/${encodeURIComponent(user)}`;
  }

  private finished(text: string, name: string): void {
    void this.list.reload();
    this.ctx.toast(this.ctx.t(text, { name }));
  }
}

customElements.define('roster-team-members', RosterTeamMembers);
