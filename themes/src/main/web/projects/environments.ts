import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Context } from '../frame/page.ts';
import type { Environment, Project } from '../frame/types.ts';
import { Attempt, refusal } from '../parts/attempt.ts';
import { nameForm } from '../parts/name-form.ts';
import { type Keyed, keyedForm, NOTHING } from './keyed-form.ts';

/** The environments of a project. Tells `roster-project` with the project as it is now. */
export class RosterEnvironments extends LitElement {
  static properties = { ctx: { attribute: false }, project: { attribute: false }, adding: { state: true }, renamed: { state: true } };

  declare ctx: Context;
  declare project: Project;
  declare adding: Keyed | undefined;
  declare renamed: Environment | undefined;
  private readonly attempt = new Attempt(this, () => this.ctx);

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  get dirty(): boolean {
    return !!this.adding || !!this.renamed;
  }

  protected render(): TemplateResult {
    const { t } = this.ctx;
    const manages = this.ctx.can('projects.manage');
    const shown = this.project.environments.filter(({ archived }) => manages || !archived);
    return html`<section class="roster-section">
      <div class="roster-section-head">
        <h3 class="pf-v5-c-title pf-m-md">${t('projects.environments')}</h3>
        ${manages
          ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${this.add}>
              ${t('environment.add')}
            </button>`
          : nothing}
      </div>
      <ul class="roster-plain roster-rows">
        ${repeat(shown, ({ key }) => key, (environment) => this.row(environment, manages))}
      </ul>
      ${this.adding ? this.addForm(this.adding) : this.renamed ? this.renameForm(this.renamed) : refusal(this.ctx, this.attempt, this.again)}
    </section>`;
  }

  private row(environment: Environment, manages: boolean): TemplateResult {
    const { t } = this.ctx;
    const { key, name, archived } = environment;
    return html`<li>
      <div class="roster-row-main">
        ${name} <code class="roster-small">${key}</code>
        ${archived ? html`<span class="roster-faint">(${t('environment.archived')})</span>` : nothing}
      </div>
      ${manages
        ? html`<span class="roster-row-buttons">
            ${archived
              ? this.button('restore', name, () => this.put(key, name))
              : html`${this.button('rename', name, () => this.rename(environment))}
                ${key === 'production' ? nothing : this.button('archive', name, () => this.archive(environment))}`}
          </span>`
        : nothing}
    </li>`;
  }

  private button(what: string, name: string, act: () => void): TemplateResult {
    const text = this.ctx.t(`environment.${what}`);
    return html`<button
      type="button"
      class="pf-v5-c-button pf-m-link pf-m-inline roster-small"
      aria-label="${text}: ${name}"
      ?disabled=${this.attempt.busy}
      @click=${act}
    >
      ${text}
    </button>`;
  }

  private add = (): void => {
    this.attempt.clear();
    this.adding = NOTHING;
  };

  private rename(environment: Environment): void {
    this.attempt.clear();
    this.renamed = environment;
  }

  private close = (): void => {
    this.attempt.clear();
    this.adding = this.renamed = undefined;
  };

  private addForm(draft: Keyed): TemplateResult {
    const { t } = this.ctx;
    return keyedForm(this.ctx, {
      title: t('environment.add'),
      action: t('part.add'),
      labels: { name: t('environment.name'), key: t('environment.key'), keyHelp: t('environment.key.help') },
      draft,
      attempt: this.attempt,
      keyField: 'environment',
      edit: (keyed) => (this.adding = keyed),
      send: () => this.put(draft.key, draft.name),
      close: this.close,
    });
  }

  private renameForm(environment: Environment): TemplateResult {
    const { t } = this.ctx;
    return nameForm(this.ctx, {
      title: t('environment.rename'),
      action: t('save'),
      label: t('environment.name'),
      name: environment.name,
      attempt: this.attempt,
      again: this.again,
      edit: (name) => (this.renamed = { ...environment, name }),
      send: () => this.put(environment.key, environment.name),
      close: this.close,
    });
  }

  private path(key: string): string {
    return `projects/${encodeURIComponent(this.project.key)}/environments/${encodeURIComponent(key)}`;
  }

  private async put(key: string, name: string): Promise<void> {
    const { ctx } = this;
    await this.attempt.run(async () => {
      this.tell(await ctx.workspace.put<Project>(this.path(key), { name }, this.project.version));
      this.adding = this.renamed = undefined;
      ctx.toast(ctx.t('environment.saved', { name }));
    });
  }

  private async archive({ key, name }: Environment): Promise<void> {
    const { ctx } = this;
    await this.attempt.run(async () => {
      this.tell(await ctx.workspace.delete<Project>(this.path(key), this.project.version));
      ctx.toast(ctx.t('environment.gone', { name }));
    });
  }

  private again = (): void => {
    this.attempt.clear();
    this.tell();
  };

  private tell(detail?: Project): void {
    this.dispatchEvent(new CustomEvent('roster-project', { detail, bubbles: true }));
  }
}

customElements.define('roster-environments', RosterEnvironments);
