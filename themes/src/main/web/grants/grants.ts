import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Context } from '../frame/page.ts';
import type { Grant, Project, Role, Team } from '../frame/types.ts';
import '../messages/grants.ts';
import { Attempt, refusal } from '../parts/attempt.ts';
import { confirm } from '../parts/dialog.ts';
import { none, PagedList } from '../parts/list.ts';
import { problem } from '../parts/problem.ts';
import { type GrantDraft, grantForm } from './grant-form.ts';

/** The grants of a project, of a team or of a teammate: the same data, looked at from one side. Tells `roster-granted`. */
export class RosterGrants extends LitElement {
  static properties = {
    ctx: { attribute: false },
    heading: {},
    about: {},
    project: {},
    team: {},
    teammate: {},
    roles: { attribute: false },
    teams: { attribute: false },
    projects: { attribute: false },
    draft: { state: true },
  };

  declare ctx: Context;
  declare heading: string;
  declare about: string;
  /** One of the three says whose grants they are. */
  declare project: string | undefined;
  declare team: string | undefined;
  declare teammate: string | undefined;
  declare roles: Role[];
  declare teams: Team[];
  declare projects: Project[];
  declare draft: GrantDraft | undefined;
  private readonly attempt = new Attempt(this, () => this.ctx);
  private readonly list = new PagedList<Grant>(this, (after) =>
    this.ctx.workspace.page<Grant>(`${this.place}/grants`, { after, max: 100 }),
  );

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  get dirty(): boolean {
    return !!this.draft;
  }

  private get manages(): boolean {
    return this.ctx.can('projects.manage');
  }

  private get side(): 'project' | 'team' | 'teammate' {
    return this.project ? 'project' : this.team ? 'team' : 'teammate';
  }

  private get place(): string {
    return `${this.side}s/${encodeURIComponent(this[this.side] ?? '')}`;
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('project') || changed.has('team') || changed.has('teammate')) void this.list.reload();
  }

  protected render(): TemplateResult {
    const { list } = this;
    const { t } = this.ctx;
    return html`
      <div class="roster-section-head">
        <h3 class="pf-v5-c-title pf-m-md">${this.heading}</h3>
        ${this.manages
          ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => this.open()}>
              ${t(this.side === 'project' ? 'grants.add.project' : 'grants.add')}
            </button>`
          : nothing}
      </div>
      ${this.about ? html`<p class="roster-faint roster-small">${this.about}</p>` : nothing}
      ${list.error ? problem(this.ctx, list.error, list.retry) : nothing}
      ${none(this.ctx, list, `grants.none.${this.side}`)}
      <ul class="roster-plain roster-rows">
        ${repeat(list.items, ({ id }) => id, (grant) => this.row(grant))}
      </ul>
      ${list.next
        ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => list.more()}>
            ${t('list.more')}
          </button>`
        : nothing}
      ${this.draft ? this.form(this.draft) : refusal(this.ctx, this.attempt, this.again)}
    `;
  }

  private row(grant: Grant): TemplateResult {
    const { t, texts } = this.ctx;
    const { until, source } = grant;
    // A grant of a team is changed for the whole team, so not at one of its members.
    const through = this.side === 'teammate' && grant.team;
    return html`<li>
      <div class="roster-row-main">
        <span>${this.side === 'project' ? this.whom(grant) : this.whereTo(grant)}</span>
        <span class="roster-small roster-faint roster-block">
          ${grant.roleName ?? t('grants.role.own.row')}${until
            ? html` · <time datetime=${until} title=${until}>${t('grants.until', { until: texts.time(until) })}</time>`
            : nothing}${through ? html` · ${t('grants.through', { team: grant.name ?? '' })}` : nothing}${source === 'scim'
            ? html` · ${t('grants.scim')}`
            : nothing}
        </span>
      </div>
      ${through || source === 'scim' || !this.manages
        ? nothing
        : html`<span class="roster-row-buttons">
            ${this.button('part.change', grant, () => this.open(grant))}
            ${this.button('part.remove', grant, () => this.takeAway(grant))}
          </span>`}
    </li>`;
  }

  private button(key: string, grant: Grant, act: () => void): TemplateResult {
    const { t } = this.ctx;
    const what = this.side === 'project' ? this.nameOf(grant) : this.projectOf(grant);
    return html`<button
      type="button"
      class="pf-v5-c-button pf-m-link pf-m-inline roster-small"
      aria-label="${t(key)}: ${what}"
      ?disabled=${this.attempt.busy}
      @click=${act}
    >
      ${t(key)}
    </button>`;
  }

  private whom(grant: Grant): TemplateResult {
    const { ctx } = this;
    const href = ctx.href(grant.team ? `teams/${grant.team}` : `teammates/${encodeURIComponent(grant.teammate ?? '')}`);
    const name = this.nameOf(grant);
    const kind = html`<span class="pf-v5-c-label pf-m-compact pf-m-outline">
      <span class="pf-v5-c-label__content">
        <span class="pf-v5-c-label__text">${ctx.t(grant.team ? 'grants.team' : 'grants.teammate')}</span>
      </span>
    </span>`;
    return ctx.looks('teammates.manage') ? html`<a href=${href}>${name}</a> ${kind}` : html`${name} ${kind}`;
  }

  private whereTo(grant: Grant): TemplateResult {
    const gone = this.projects.find(({ key }) => key === grant.project)?.archived;
    return html`<a href=${this.ctx.href(`projects/${grant.project}`)}>${this.projectOf(grant)}</a>
      ${gone ? html`<span class="roster-faint">(${this.ctx.t('grants.archived')})</span>` : nothing}`;
  }

  private nameOf = (grant: Grant): string => grant.name ?? this.ctx.t('part.unnamed');

  private projectOf = ({ project }: Grant): string => this.projects.find(({ key }) => key === project)?.name ?? project;

  private open(grant?: Grant): void {
    this.attempt.clear();
    this.draft = {
      id: grant?.id ?? '',
      version: grant?.version ?? '',
      whom: 'team',
      team: this.team ?? '',
      teammate: undefined,
      project: grant?.project ?? this.project ?? '',
      role: grant?.role ?? '',
      until: grant?.until ?? null,
    };
  }

  private form(draft: GrantDraft): TemplateResult {
    return grantForm(this.ctx, {
      draft,
      asks: this.side === 'project' ? 'whom' : 'project',
      roles: this.roles,
      teams: this.teams,
      projects: this.projects,
      attempt: this.attempt,
      edit: (part) => (this.draft = { ...draft, ...part }),
      again: this.again,
      send: () => this.send(draft),
      close: () => {
        this.attempt.clear();
        this.draft = undefined;
      },
    });
  }

  /** The present version, under what was typed. */
  private again = async (): Promise<void> => {
    this.attempt.clear();
    await this.list.reload();
    const now = this.list.items.find(({ id }) => id === this.draft?.id);
    if (this.draft && now) this.draft = { ...this.draft, version: now.version };
  };

  private async send(draft: GrantDraft): Promise<void> {
    const { workspace } = this.ctx;
    const given = { role: draft.role || null, until: draft.until };
    const done = await this.attempt.run(async () => {
      if (draft.id) await workspace.put(path(draft), given, draft.version);
      else if (this.team) await workspace.post(`${this.place}/grants`, { project: draft.project, ...given });
      else {
        const teammate = this.teammate ?? draft.teammate?.id;
        const whom = this.side === 'project' && draft.whom === 'team' ? { team: draft.team } : { teammate };
        await workspace.post(path({ project: draft.project, id: '' }), { ...whom, ...given });
      }
    });
    if (!done) return;
    this.draft = undefined;
    this.finished(draft.id ? 'grants.changed' : 'grants.added');
  }

  private async takeAway(grant: Grant): Promise<void> {
    const { t } = this.ctx;
    const sure = await confirm(this.ctx, {
      title: t('grants.remove'),
      text: t('grants.remove.text', { whom: this.nameOf(grant), project: this.projectOf(grant) }),
      action: t('part.remove'),
      danger: true,
    });
    if (!sure) return;
    if (await this.attempt.run(() => this.ctx.workspace.delete(path(grant), grant.version))) this.finished('grants.removed');
  }

  private finished(text: string): void {
    this.dispatchEvent(new CustomEvent('roster-granted'));
    void this.list.reload();
    this.ctx.toast(this.ctx.t(text));
  }
}

const path = ({ project, id }: { project: string; id: string }): string =>
  `projects/${encodeURIComponent(project)}/grants${id ? `/${encodeURIComponent(id)}` : ''}`;

customElements.define('roster-grants', RosterGrants);
