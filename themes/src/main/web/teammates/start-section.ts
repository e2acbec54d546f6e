import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Project, Teammate } from '../frame/types.ts';
import { refusal } from '../parts/attempt.ts';
import { selectField } from '../parts/fields.ts';
import { MateSection } from './section.ts';

interface Draft {
  project: string;
  environment: string;
}

/** In which project and environment a teammate starts. */
export class RosterMateStart extends MateSection {
  static properties = { projects: { attribute: false }, draft: { state: true } };

  declare projects: Project[];
  declare draft: Draft;

  protected willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('mate');
    if (!changed.has('mate')) return;
    if (before?.id !== this.mate.id || same(this.draft, of(before))) this.draft = of(this.mate);
  }

  get dirty(): boolean {
    return !same(this.draft, of(this.mate));
  }

  protected render(): TemplateResult {
    const { t, draft, attempt, mate } = this;
    const { error } = attempt;
    if (!this.manages) return this.written();
    const first = { value: '', label: t('mate.start.first') };
    const project = this.projects.find(({ key }) => key === (draft.project || 'main'));
    const environments = (project?.environments ?? []).filter((one) => !one.archived || one.key === mate.environment);
    return html`<form class="pf-v5-c-form roster-section" novalidate @submit=${this.save}>
      <h3 class="pf-v5-c-title pf-m-md">${t('mate.start')}</h3>
      <p class="roster-faint roster-small">${t('mate.start.about')}</p>
      <div class="roster-pair">
        ${selectField({
          id: 'mate-start-project',
          label: t('mate.start.project'),
          value: draft.project,
          options: [first, ...named(this.projects.filter((one) => !one.archived || one.key === mate.project), draft.project)],
          error,
          field: 'project',
          onSelect: (key) => (this.draft = { project: key, environment: '' }),
        })}
        ${selectField({
          id: 'mate-start-environment',
          label: t('mate.start.environment'),
          value: draft.environment,
          options: [first, ...named(environments, draft.environment)],
          error,
          field: 'environment',
          onSelect: (environment) => (this.draft = { ...draft, environment }),
        })}
      </div>
      ${refusal(this.ctx, attempt, this.again, ['project', 'environment'])}
      ${this.dirty
        ? html`<div class="roster-buttons">
            <button type="submit" class="pf-v5-c-button pf-m-primary pf-m-small" ?disabled=${attempt.busy}>
              ${t('mate.start.save')}
            </button>
            <button type="button" class="pf-v5-c-button pf-m-link pf-m-small" @click=${this.reset}>${t('cancel')}</button>
          </div>`
        : nothing}
    </form>`;
  }

  private written(): TemplateResult {
    const { t } = this;
    const { project, environment } = of(this.mate);
    const start = this.projects.find(({ key }) => key === (project || 'main'));
    const place = start?.environments.find(({ key }) => key === environment);
    return html`<section class="roster-section">
      <h3 class="pf-v5-c-title pf-m-md">${t('mate.start')}</h3>
      <p class="roster-small">
        ${[start?.name ?? project, place?.name ?? environment].filter(Boolean).join(' · ') || t('mate.start.first')}
      </p>
    </section>`;
  }

  private reset = (): void => {
    this.draft = of(this.mate);
    this.attempt.clear();
  };

  private save = (e: Event): void => {
    e.preventDefault();
    const { project, environment } = this.draft;
    const body = { project: project || null, environment: environment || null };
    void this.attempt.run(async () => {
      const mate = await this.ctx.workspace.put<Teammate>(this.path('/start'), body, this.mate.version);
      this.draft = of(mate);
      this.changed(mate);
      this.ctx.toast(this.t('mate.start.saved'));
    });
  };
}

const of = (mate: Teammate | undefined): Draft => ({
  project: mate?.project ?? '',
  environment: mate?.environment ?? '',
});

const same = (one: Draft | undefined, other: Draft): boolean =>
  one?.project === other.project && one.environment === other.environment;

/** What is set is a choice also where the reader doesn't see it otherwise. */
function named(all: { key: string; name: string }[], present: string) {
  const options = all.map(({ key, name }) => ({ value: key, label: name }));
  const isThere = !present || options.some(({ value }) => value === present);
  return isThere ? options : [...options, { value: present, label: present }];
}

customElements.define('roster-mate-start', RosterMateStart);
