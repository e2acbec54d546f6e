import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Override, Permission, Project } from '../frame/types.ts';
import { forced, refusal } from '../parts/attempt.ts';
import { confirm } from '../parts/dialog.ts';
import { none, PagedList } from '../parts/list.ts';
import { problem } from '../parts/problem.ts';
import { NEW, type OverrideDraft, overrideForm } from './override-form.ts';
import { MateSection } from './section.ts';

/** What is allowed or denied to a teammate on top of the role. */
export class RosterMateOverrides extends MateSection {
  static properties = {
    permissions: { attribute: false },
    projects: { attribute: false },
    draft: { state: true },
  };

  declare permissions: Permission[];
  declare projects: Project[];
  declare draft: OverrideDraft | undefined;
  private readonly list = new PagedList<Override>(this, (after) =>
    this.ctx.workspace.page<Override>(this.path('/overrides'), { after, max: 100 }),
  );

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mate') && changed.get('mate')?.id !== this.mate.id) void this.list.reload();
  }

  get dirty(): boolean {
    return !!this.draft;
  }

  protected render(): TemplateResult {
    const { t, list } = this;
    return html`<section class="roster-section">
      <div class="roster-section-head">
        <h3 class="pf-v5-c-title pf-m-md">${t('mate.overrides')}</h3>
        ${this.manages
          ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => this.open(NEW)}>
              ${t('mate.overrides.add')}
            </button>`
          : nothing}
      </div>
      <p class="roster-faint roster-small">${t('mate.overrides.about')}</p>
      ${list.error ? problem(this.ctx, list.error, list.retry) : nothing}
      ${none(this.ctx, list, 'mate.overrides.none')}
      <ul class="roster-plain roster-rows">
        ${repeat(list.items, ({ id }) => id, (override) => this.row(override))}
      </ul>
      ${list.next
        ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => list.more()}>
            ${t('list.more')}
          </button>`
        : nothing}
      ${this.draft ? this.form(this.draft) : refusal(this.ctx, this.attempt, this.again)}
    </section>`;
  }

  private row(override: Override): TemplateResult {
    const { t, texts } = this.ctx;
    const { effect, until, reason, madeAt } = override;
    return html`<li>
      <div class="roster-row-main">
        <span class="pf-v5-c-label pf-m-compact ${effect === 'allow' ? 'pf-m-green' : 'pf-m-red'}">
          <span class="pf-v5-c-label__content"><span class="pf-v5-c-label__text">${t(`mate.override.${effect}`)}</span></span>
        </span>
        <span>${this.label(override)} <span class="roster-faint">${this.where(override)}</span></span>
        ${reason ? html`<q class="roster-small roster-block">${reason}</q>` : nothing}
        <span class="roster-small roster-faint roster-block">
          ${until ? html`<time datetime=${until} title=${until}>${t('mates.until', { until: texts.time(until) })}</time> · ` : nothing}
          <time datetime=${madeAt} title=${madeAt}>${t('mate.override.made', { at: texts.date(madeAt) })}</time>
        </span>
      </div>
      ${this.manages
        ? html`<span class="roster-row-buttons">
            ${this.button('part.change', override, () =>
              this.open({ ...override, project: override.project ?? '', reason: reason ?? '' }),
            )}
            ${this.button('part.remove', override, () => this.takeAway(override))}
          </span>`
        : nothing}
    </li>`;
  }

  private button(key: string, override: Override, act: () => void): TemplateResult {
    return html`<button
      type="button"
      class="pf-v5-c-button pf-m-link pf-m-inline roster-small"
      aria-label="${this.t(key)}: ${this.label(override)}"
      ?disabled=${this.attempt.busy}
      @click=${act}
    >
      ${this.t(key)}
    </button>`;
  }

  private label({ permission }: Override): string {
    return this.permissions.find(({ key }) => key === permission)?.label ?? permission;
  }

  private where({ project }: Override): string {
    return project
      ? this.t('mate.override.where.project', { project: this.projects.find(({ key }) => key === project)?.name ?? project })
      : this.t('mate.override.where.everywhere');
  }

  private open(draft: OverrideDraft): void {
    this.attempt.clear();
    this.draft = draft;
  }

  private form(draft: OverrideDraft): TemplateResult {
    return overrideForm(this.ctx, {
      draft,
      permissions: this.permissions,
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

  private async send({ id, effect, permission, project, reason, until }: OverrideDraft): Promise<void> {
    const { workspace } = this.ctx;
    const shared = { reason: reason.trim() || null, until };
    await this.attempt.run(async (force) => {
      const path = forced(this.path(id ? `/overrides/${encodeURIComponent(id)}` : '/overrides'), force);
      if (id) await workspace.put(path, shared, this.mate.version);
      else await workspace.post(path, { effect, permission, project: project || null, ...shared }, this.mate.version);
      this.draft = undefined;
      this.finished(id ? 'mate.override.changed' : 'mate.override.added');
    });
  }

  private async takeAway(override: Override): Promise<void> {
    const sure = await confirm(this.ctx, {
      title: this.t('mate.override.remove'),
      text: this.t(`mate.override.remove.${override.effect}`, {
        name: this.name,
        permission: this.label(override),
        where: this.where(override),
      }),
      action: this.t('part.remove'),
      danger: true,
    });
    if (!sure) return;
    const path = this.path(`/overrides/${encodeURIComponent(override.id)}`);
    await this.attempt.run(async (force) => {
      await this.ctx.workspace.delete(forced(path, force), this.mate.version);
      this.finished('mate.override.removed');
    });
  }

  private finished(text: string): void {
    this.changed();
    void this.list.reload();
    this.ctx.toast(this.t(text));
  }
}

customElements.define('roster-mate-overrides', RosterMateOverrides);
