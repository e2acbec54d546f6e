import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { registerPage, RosterPage } from '../frame/page.ts';
import type { Permission, Plan, WorkspacePlan } from '../frame/types.ts';
import '../messages/parts.ts';
import '../messages/plan.ts';
import { Attempt, refusal } from '../parts/attempt.ts';
import { selectField } from '../parts/fields.ts';
import { problem } from '../parts/problem.ts';
import { waiting } from '../parts/waiting.ts';

/** What features and known apps sell; the catalogue may name more. */
const KNOWN = ['custom-roles', 'audit-log', 'scim', 'sso', 'session-replay'];

/** What the plan of the workspace has; whoever manages the realm chooses another. */
export class RosterPlan extends RosterPage {
  static properties = {
    ...RosterPage.properties,
    plan: { state: true },
    plans: { state: true },
    permissions: { state: true },
    chosen: { state: true },
    failed: { state: true },
  };

  declare plan: WorkspacePlan | undefined;
  /** Those of the realm, where the reader may give one. */
  declare plans: Plan[];
  declare permissions: Permission[];
  /** Key of the plan to give; empty for the realm's default, undefined for the present one. */
  declare chosen: string | undefined;
  declare failed: unknown;
  private readonly attempt = new Attempt(this, () => this.ctx);

  constructor() {
    super();
    this.plans = [];
    this.permissions = [];
  }

  get dirty(): boolean {
    return this.chosen !== undefined && this.chosen !== this.present;
  }

  private get present(): string {
    return this.plan?.own ? this.plan.plan : '';
  }

  private get gives(): boolean {
    return this.ctx.surface === 'admin' && this.ctx.managesRealm;
  }

  protected willUpdate(_changed: PropertyValues<this>): void {
    if (!this.hasUpdated) void this.load();
  }

  private load = async (): Promise<void> => {
    const { ctx } = this;
    this.failed = undefined;
    this.attempt.clear();
    try {
      const [plan, catalogue, plans] = await Promise.all([
        ctx.workspace.get<WorkspacePlan>('plan'),
        ctx.catalogue(),
        this.gives ? ctx.api.all<Plan>('plans') : [],
      ]);
      this.permissions = catalogue.permissions;
      this.plans = plans;
      this.plan = plan;
    } catch (e) {
      this.failed = e;
    }
  };

  protected render(): TemplateResult {
    const { ctx, t, plan } = this;
    if (this.failed) return problem(ctx, this.failed, this.load);
    if (!plan) return waiting(ctx);
    return html`<div class="roster-narrow">
      <p class="roster-plan-name">
        ${t('plan.is')} <strong>${plan.name}</strong>
        <span class="roster-faint">(${t(plan.own ? 'plan.own' : 'plan.default')})</span>
      </p>
      ${this.gives ? this.choice() : nothing}
      <h2 class="pf-v5-c-title pf-m-md">${t('plan.has')}</h2>
      ${plan.plan === 'everything' ? html`<p>${t('plan.everything')}</p>` : nothing} ${this.table(plan)}
      <p class="roster-faint roster-small">${t('plan.masks')}</p>
      ${this.gives
        ? nothing
        : html`<h2 class="pf-v5-c-title pf-m-md">${t('plan.contact')}</h2>
            <p class="roster-lines">${plan.contact || t('plan.contact.none')}</p>`}
    </div>`;
  }

  private table(plan: WorkspacePlan): TemplateResult {
    const { t } = this;
    return html`<table class="pf-v5-c-table pf-m-compact" aria-label=${t('plan.has')}>
      <thead class="pf-v5-c-table__thead">
        <tr class="pf-v5-c-table__tr">
          <th class="pf-v5-c-table__th" scope="col">${t('plan.what')}</th>
          <th class="pf-v5-c-table__th pf-m-nowrap" scope="col">${t('plan.included')}</th>
        </tr>
      </thead>
      <tbody class="pf-v5-c-table__tbody">
        ${this.entitlements(plan.entitlements).map((key) => this.row(key, has(plan, key)))}
      </tbody>
    </table>`;
  }

  private row(key: string, included: boolean): TemplateResult {
    const { t } = this;
    const needs = this.permissions.filter(({ entitlement }) => entitlement === key).map(({ label }) => label);
    const text = t(`plan.e.${key}.text`);
    return html`<tr class="pf-v5-c-table__tr">
      <th class="pf-v5-c-table__th" scope="row">
        ${this.label(key)}
        ${text === `plan.e.${key}.text` ? nothing : html`<span class="roster-block roster-small roster-faint">${text}</span>`}
        ${needs.length
          ? html`<span class="roster-block roster-small roster-faint">
              ${t('plan.permissions', { permissions: this.ctx.texts.list(needs) })}
            </span>`
          : nothing}
      </th>
      <td class="pf-v5-c-table__td">
        <span class="pf-v5-c-label pf-m-compact ${included ? 'pf-m-green' : ''}">
          <span class="pf-v5-c-label__content">
            <span class="pf-v5-c-label__text">${t(included ? 'plan.yes' : 'plan.no')}</span>
          </span>
        </span>
      </td>
    </tr>`;
  }

  private entitlements(some: string[]): string[] {
    const ofApps = this.permissions.map(({ entitlement }) => entitlement).filter((key) => key !== null);
    return [...new Set([...KNOWN, ...ofApps, ...some])];
  }

  private label(key: string): string {
    const text = this.t(`plan.e.${key}`);
    return text === `plan.e.${key}` ? key : text;
  }

  private choice(): TemplateResult {
    const { t, attempt, plans } = this;
    const standard = plans.find(({ byDefault }) => byDefault);
    const value = this.chosen ?? this.present;
    return html`<form class="pf-v5-c-form" novalidate @submit=${this.save}>
      ${selectField({
        id: 'plan-choice',
        label: t('plan.choose'),
        help: t('plan.choose.help'),
        value,
        options: [
          {
            value: '',
            label: standard ? t('plan.choose.default.named', { name: standard.name }) : t('plan.choose.default'),
          },
          ...plans.map(({ key, name }) => ({ value: key, label: name })),
        ],
        error: attempt.error,
        field: 'plan',
        onSelect: (key) => (this.chosen = key),
      })}
      ${this.dirty ? this.consequence(plans.find(({ key }) => key === value) ?? standard) : nothing}
      ${refusal(this.ctx, attempt, this.load, ['plan'])}
      ${this.dirty
        ? html`<div class="roster-buttons">
            <button type="submit" class="pf-v5-c-button pf-m-primary" ?disabled=${attempt.busy}>${t('plan.save')}</button>
            <button type="button" class="pf-v5-c-button pf-m-link" @click=${this.reset}>
              ${t('cancel')}
            </button>
          </div>`
        : nothing}
    </form>`;
  }

  /** What the workspace would lose and gain, before it is done. */
  private consequence(next: Plan | undefined): TemplateResult | typeof nothing {
    const { plan, t } = this;
    if (!plan || !next) return nothing;
    const named = (keys: string[]) => ({ entitlements: this.ctx.texts.list(keys.map((key) => this.label(key))) });
    const of = (other: { plan: string; entitlements: string[] }) =>
      this.entitlements([...plan.entitlements, ...next.entitlements]).filter((key) => has(other, key));
    const before = of(plan);
    const after = of({ plan: next.key, entitlements: next.entitlements });
    const lost = before.filter((key) => !after.includes(key));
    const gained = after.filter((key) => !before.includes(key));
    return html`<div role="status">
      ${lost.length ? html`<p>${t('plan.lost', named(lost))}</p>` : nothing}
      ${gained.length ? html`<p>${t('plan.gained', named(gained))}</p>` : nothing}
    </div>`;
  }

  private reset = (): void => {
    this.chosen = undefined;
    this.attempt.clear();
  };

  private save = (e: Event): void => {
    e.preventDefault();
    const { ctx } = this;
    void this.attempt.run(async () => {
      const plan = await ctx.workspace.put<WorkspacePlan>('plan', { plan: this.chosen || null }, this.plan?.version);
      this.plan = plan;
      this.chosen = undefined;
      ctx.toast(ctx.t('plan.saved', { name: plan.name }));
    });
  };
}

/** `everything` has what comes later too. */
const has = ({ plan, entitlements }: { plan: string; entitlements: string[] }, key: string): boolean =>
  plan === 'everything' || entitlements.includes(key);

customElements.define('roster-plan', RosterPlan);

registerPage({
  id: 'plan',
  level: 'workspace',
  order: 60,
  label: 'plan.title',
  tag: 'roster-plan',
  visible: () => true,
});
