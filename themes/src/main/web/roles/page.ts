import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import { RosterPage, registerPage } from '../frame/page.ts';
import type { Role } from '../frame/types.ts';
import '../messages/roles.ts';
import { confirm } from '../parts/dialog.ts';
import type { MenuItem } from '../parts/menu.ts';
import { alert, problem } from '../parts/problem.ts';
import '../parts/search.ts';
import { waiting } from '../parts/waiting.ts';
import { type Open, roleDialog } from './dialogs.ts';
import { Draft } from './draft.ts';
import './matrix.ts';
import { refusals } from './refusals.ts';
import { origin, Rights } from './rights.ts';
import { saveBar } from './savebar.ts';
import { type Loaded, type Refusal, RoleStore } from './store.ts';

/** The roles of a workspace, all at once and side by side. */
export class RosterRoles extends RosterPage {
  static properties = {
    ...RosterPage.properties,
    loaded: { state: true },
    error: { state: true },
    search: { state: true },
    open: { state: true },
    busy: { state: true },
    refused: { state: true },
    revision: { state: true },
  };

  declare private loaded: Loaded | undefined;
  declare private error: unknown;
  declare private search: string;
  declare private open: Open | undefined;
  declare private busy: boolean;
  declare private refused: Refusal[];
  declare private revision: number;
  private readonly draft = new Draft();
  private store!: RoleStore;
  private rights!: Rights;

  constructor() {
    super();
    this.search = '';
    this.busy = false;
    this.refused = [];
    this.revision = 0;
  }

  get dirty(): boolean {
    return !this.draft.empty;
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ctx')) {
      this.store = new RoleStore(this.ctx);
      void this.load();
    }
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      const loaded = await this.store.load();
      this.rights = new Rights(this.ctx, loaded.plan);
      this.loaded = loaded;
    } catch (e) {
      this.error = e;
    }
  }

  private get roles(): Role[] {
    return this.loaded?.roles ?? [];
  }

  /** The draft is the same object before and after: says that it has changed. */
  private drafted = (): void => {
    this.revision++;
  };

  private put(role: Role): void {
    if (!this.loaded) return;
    const known = this.roles.some((other) => other.key === role.key);
    const roles = known ? this.roles.map((other) => (other.key === role.key ? role : other)) : [...this.roles, role];
    this.loaded = { ...this.loaded, roles };
    this.draft.rebase(role);
    this.drafted();
  }

  private drop(key: string): void {
    if (!this.loaded) return;
    this.loaded = { ...this.loaded, roles: this.roles.filter((role) => role.key !== key) };
    this.draft.forget(key);
    this.drafted();
  }

  private save = async (): Promise<void> => {
    if (!this.loaded || this.busy) return;
    this.busy = true;
    const { catalogue, roles } = this.loaded;
    try {
      let saved = 0;
      const refused = await this.store.save(this.draft, roles, catalogue, (role) => {
        saved++;
        this.put(role);
      });
      // On top of what others made of it, so that the next Save says what it wants.
      for (const { now } of refused) if (now) this.put(now);
      this.refused = refused;
      if (saved) this.ctx.toast(this.t('roles.saved', { count: saved }));
    } catch (e) {
      this.refused = roles.filter((role) => this.draft.touched(role)).map((role) => ({ role, error: e }));
    }
    this.busy = false;
  };

  /** Does at once what needs no draft. Of a role that somebody else changed, the present state is shown. */
  private async act(role: Role, action: () => Promise<Role>, done: string): Promise<unknown> {
    this.busy = true;
    try {
      const changed = await action();
      this.put(changed);
      this.ctx.toast(this.t(done, { role: changed.name }));
      return undefined;
    } catch (e) {
      if (e instanceof ProblemError && e.code === 'stale') await this.refresh(role);
      return e;
    } finally {
      this.busy = false;
    }
  }

  private async refresh(role: Role): Promise<void> {
    try {
      this.put(await this.store.read(role));
    } catch (e) {
      if (e instanceof ProblemError && e.status === 404) this.drop(role.key);
    }
  }

  private send = async (open: Open): Promise<void> => {
    let error: unknown;
    if (open.kind === 'create') {
      const { name, description, from } = open;
      const first = this.roles.find((role) => role.key === from);
      if (first) error = await this.act(first, () => this.store.create({ name, description, from }), 'roles.created');
    } else if (open.kind === 'rename') {
      const current = this.roles.find((role) => role.key === open.role.key) ?? open.role;
      error = await this.act(open.role, () => this.store.rename(current, open.name, open.description), 'roles.renamed');
    } else if (open.kind === 'delete') {
      return this.erase(open);
    }
    this.open = error ? { ...open, error } : undefined;
  };

  private async erase(open: Extract<Open, { kind: 'delete' }>): Promise<void> {
    const { role } = open;
    this.busy = true;
    try {
      const current = this.roles.find((other) => other.key === role.key) ?? role;
      await this.store.delete(current, open.replacement);
      this.drop(role.key);
      this.ctx.toast(this.t('roles.deleted', { role: role.name }));
      this.open = undefined;
    } catch (error) {
      const inUse = error instanceof ProblemError && error.code === 'in-use';
      if (error instanceof ProblemError && error.code === 'stale') await this.refresh(role);
      this.open = inUse
        ? { ...open, users: error.usedBy, names: await this.store.holders(role), error: undefined }
        : { ...open, error };
    }
    this.busy = false;
  }

  private async hide(role: Role): Promise<void> {
    const error = await this.act(role, () => this.store.hide(role, !role.hidden), role.hidden ? 'roles.shown' : 'roles.hid');
    if (error instanceof ProblemError && error.code === 'in-use') {
      this.open = { kind: 'used', role, users: error.usedBy, names: await this.store.holders(role) };
    } else if (error) this.refused = [{ role, error }];
  }

  private async reset(role: Role): Promise<void> {
    const { t } = this;
    const preset = this.loaded?.catalogue.presets.find((each) => each.key === role.key);
    const sure = await confirm(this.ctx, {
      title: t('roles.reset.title', { role: role.name }),
      text: html`<p>${t('roles.reset.text', { name: preset?.name ?? role.key })}</p>
        ${this.differences(role)}`,
      action: t('roles.reset'),
      danger: true,
    });
    if (!sure) return;
    const error = await this.act(role, () => this.store.reset(role), 'roles.wasReset');
    if (error) this.refused = [{ role, error }];
  }

  private differences(role: Role): TemplateResult {
    const label = (key: string) => this.loaded?.catalogue.permissions.find((each) => each.key === key)?.label ?? key;
    return html`<ul class="roster-plain">
      ${role.added.map((key) => html`<li>${this.t('roles.reset.takes', { permission: label(key) })}</li>`)}
      ${role.removed.map((key) => html`<li>${this.t('roles.reset.gives', { permission: label(key) })}</li>`)}
    </ul>`;
  }

  private actions = (role: Role): MenuItem[] => {
    const { t, rights } = this;
    if (!rights.manages || !rights.reaches(role)) return [];
    const items: MenuItem[] = [];
    if (rights.edits) {
      items.push({ label: t('roles.rename'), choose: () => this.renaming(role) });
      items.push({ label: t('roles.copy'), choose: () => this.creating(role.key) });
    }
    if (rights.edits && role.kind === 'preset') {
      items.push({ label: t(role.hidden ? 'roles.show' : 'roles.hide'), choose: () => void this.hide(role) });
    }
    if (role.kind === 'preset' && role.edited) items.push({ label: t('roles.reset'), choose: () => void this.reset(role) });
    if (role.kind === 'custom') items.push({ label: t('roles.delete'), danger: true, choose: () => this.deleting(role) });
    return items;
  };

  private creating(from: string): void {
    this.open = { kind: 'create', name: '', description: '', from };
  }

  private renaming(role: Role): void {
    this.open = { kind: 'rename', role, name: role.name, description: role.description };
  }

  private deleting(role: Role): void {
    this.open = { kind: 'delete', role, replacement: '', names: [] };
  }

  protected render(): unknown {
    if (this.error) return problem(this.ctx, this.error, () => void this.load());
    if (!this.loaded) return waiting(this.ctx);
    return html`${this.tools()} ${this.notes()}
      <div @roster-draft=${this.drafted} @keydown=${this.keys}>
        <roster-matrix
          .ctx=${this.ctx}
          .catalogue=${this.loaded.catalogue}
          .roles=${this.roles}
          .draft=${this.draft}
          .rights=${this.rights}
          .revision=${this.revision}
          .search=${this.search}
          .actions=${this.actions}
        ></roster-matrix>
        ${this.legend()} ${this.rights.edits ? this.bar(this.loaded) : nothing}
      </div>
      ${this.open
        ? roleDialog(
            { ctx: this.ctx, roles: this.roles, busy: this.busy, change: (open) => (this.open = open), send: this.send },
            this.open,
          )
        : nothing}`;
  }

  private tools(): TemplateResult {
    const { t } = this;
    return html`<div class="roster-tools">
      <roster-search
        .label=${t('roles.search')}
        @roster-search=${(e: CustomEvent<string>) => (this.search = e.detail)}
      ></roster-search>
      <span class="roster-grow"></span>
      ${this.rights.edits
        ? html`<button
            type="button"
            class="pf-v5-c-button pf-m-secondary"
            @click=${() => this.creating(this.roles[0]?.key ?? '')}
          >
            ${t('roles.create')}
          </button>`
        : nothing}
    </div>`;
  }

  private notes(): unknown {
    const { t, rights } = this;
    const plan = this.loaded?.plan;
    const note = rights.lacksPlan
      ? alert('info', t('roles.plan', { plan: plan?.name ?? '' }), html`<p>${t('roles.plan.text')}</p>${plan?.contact ? html`<p>${plan.contact}</p>` : nothing}`)
      : rights.manages
        ? nothing
        : html`<p class="roster-note">${t('roles.readonly')}</p>`;
    return html`${note}
    ${refusals(this.ctx, this.refused, this.loaded?.catalogue, {
      onAgain: this.save,
      onDismiss: () => (this.refused = []),
    })}`;
  }

  private legend(): TemplateResult {
    const { t } = this;
    const compared = this.roles.some((role) => this.loaded && origin(role, this.roles, this.loaded.catalogue));
    return html`<p class="roster-legend">
      ${compared
        ? html`<span><span class="roster-sample roster-differs"><span class="roster-box" aria-hidden="true"></span></span> ${t('roles.legend.differs')}</span>`
        : nothing}
      ${this.rights.edits
        ? html`<span><span class="roster-sample roster-touched"><span class="roster-box" aria-hidden="true"></span></span> ${t('roles.legend.touched')}</span>
            <span>${t('roles.legend.keys')}</span>`
        : nothing}
    </p>`;
  }

  private bar({ catalogue }: Loaded): TemplateResult {
    const step = (change: () => void) => () => {
      change();
      this.drafted();
    };
    return saveBar({
      ctx: this.ctx,
      draft: this.draft,
      roles: this.roles,
      catalogue,
      saving: this.busy,
      onDrop: (role, permission) => {
        this.draft.set(role, [permission], role.permissions.includes(permission));
        this.drafted();
      },
      onUndo: step(() => this.draft.undo()),
      onRedo: step(() => this.draft.redo()),
      onDiscard: step(() => {
        this.draft.discard();
        this.refused = [];
      }),
      onSave: this.save,
    });
  }

  private keys = (e: KeyboardEvent): void => {
    if (!(e.ctrlKey || e.metaKey) || this.busy) return;
    const key = e.key.toLowerCase();
    if (key === 's' && !this.draft.empty) void this.save();
    else if (key === 'z' && !e.shiftKey) this.draft.undo();
    else if (key === 'y' || key === 'z') this.draft.redo();
    else return;
    e.preventDefault();
    this.drafted();
  };
}

customElements.define('roster-roles', RosterRoles);

registerPage({
  id: 'roles',
  level: 'workspace',
  order: 30,
  label: 'roles.title',
  tag: 'roster-roles',
  visible: () => true,
});
