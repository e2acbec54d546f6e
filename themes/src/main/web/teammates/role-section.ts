import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Role, Teammate } from '../frame/types.ts';
import { forced, refusal } from '../parts/attempt.ts';
import { complete, selectField, untilField } from '../parts/fields.ts';
import { MateSection } from './section.ts';

interface Draft {
  role: string;
  until: string | null;
  then: string;
}

const FIELDS = ['role', 'until', 'then'];

/** The role of a teammate, with an end and what follows it. */
export class RosterMateRole extends MateSection {
  static properties = { roles: { attribute: false }, draft: { state: true } };

  declare roles: Role[];
  declare draft: Draft;

  protected willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('mate');
    if (!changed.has('mate')) return;
    // What was typed outlives a change that came between, but not a change of the person.
    if (before?.id !== this.mate.id || same(this.draft, of(before))) this.draft = of(this.mate);
  }

  get dirty(): boolean {
    return !same(this.draft, of(this.mate));
  }

  protected render(): TemplateResult {
    const { t, mate, draft, attempt } = this;
    const { error } = attempt;
    if (!this.manages) {
      return html`<section class="roster-section">
        <h3 class="pf-v5-c-title pf-m-md">${t('mate.role')}</h3>
        <p class="roster-small">${mate.until ? this.ends() : mate.roleName}</p>
      </section>`;
    }
    return html`<form class="pf-v5-c-form roster-section" novalidate aria-label=${t('mate.role')} @submit=${this.save}>
      ${mate.until
        ? html`<p class="roster-small">${this.ends()}</p>`
        : nothing}
      <div class="roster-pair">
        ${selectField({
          id: 'mate-role',
          label: t('mate.role'),
          value: draft.role,
          options: this.choices(mate.role),
          error,
          field: 'role',
          onSelect: (role) => this.edit({ role }),
        })}
        ${untilField(this.ctx, {
          id: 'mate-until',
          value: draft.until,
          error,
          field: 'until',
          onInput: (until) => this.edit({ until }),
        })}
      </div>
      ${draft.until
        ? selectField({
            id: 'mate-then',
            label: t('mate.role.then'),
            help: t('mate.role.then.help'),
            value: draft.then,
            options: [{ value: '', label: t('mate.role.then.default') }, ...this.choices(mate.next)],
            error,
            field: 'then',
            onSelect: (then) => this.edit({ then }),
          })
        : nothing}
      ${refusal(this.ctx, attempt, this.again, FIELDS)}
      ${this.dirty
        ? html`<div class="roster-buttons">
            <button type="submit" class="pf-v5-c-button pf-m-primary pf-m-small" ?disabled=${attempt.busy}>
              ${t('mate.role.save')}
            </button>
            <button type="button" class="pf-v5-c-button pf-m-link pf-m-small" @click=${this.reset}>${t('cancel')}</button>
          </div>`
        : nothing}
    </form>`;
  }

  /** A hidden role can't be given, but somebody may have one. */
  private choices(present: string | null) {
    return this.roles
      .filter((role) => !role.hidden || role.key === present)
      .map(({ key, name, hidden }) => ({ value: key, label: hidden ? this.t('mate.role.hidden', { role: name }) : name }));
  }

  private roleName(key: string | null): string {
    return this.roles.find((role) => role.key === key)?.name ?? key ?? '';
  }

  private ends(): string {
    const { roleName, until, next } = this.mate;
    return this.t('mates.until.then', { role: roleName, until: this.ctx.texts.time(until ?? ''), next: this.roleName(next) });
  }

  private edit(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  private reset = (): void => {
    this.draft = of(this.mate);
    this.attempt.clear();
  };

  private save = (e: Event): void => {
    e.preventDefault();
    if (!complete(e)) return;
    const { role, until, then } = this.draft;
    const body = until ? { role, until, ...(then ? { then } : {}) } : { role };
    void this.attempt.run(async (force) => {
      const mate = await this.ctx.workspace.put<Teammate>(forced(this.path('/role'), force), body, this.mate.version);
      this.draft = of(mate);
      this.changed(mate);
      this.ctx.toast(this.t('mate.role.saved', { name: this.name, role: mate.roleName }));
    });
  };
}

const of = (mate: Teammate | undefined): Draft => ({
  role: mate?.role ?? '',
  until: mate?.until ?? null,
  then: mate?.next ?? '',
});

/** Without an end nothing follows, whatever was chosen before. */
const same = (one: Draft, other: Draft): boolean =>
  one?.role === other.role && one.until === other.until && (!one.until || one.then === other.then);

customElements.define('roster-mate-role', RosterMateRole);
