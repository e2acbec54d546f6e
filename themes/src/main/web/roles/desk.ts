import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Role } from '../frame/types.ts';
import type { Open } from './dialogs.ts';
import { Draft } from './draft.ts';
import { Rights } from './rights.ts';
import { type Loaded, type Refusal, RoleStore } from './store.ts';

/** What the page of roles works on: what is there, what is drafted, what is open, and what was refused. */
export class Desk implements ReactiveController {
  loaded: Loaded | undefined;
  rights!: Rights;
  error: unknown;
  open: Open | undefined;
  refused: Refusal[] = [];
  busy = false;
  /** Rises with each change of the draft. */
  revision = 0;
  readonly draft = new Draft();
  private store!: RoleStore;
  private ctx!: Context;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  get roles(): Role[] {
    return this.loaded?.roles ?? [];
  }

  async load(ctx: Context): Promise<void> {
    this.ctx = ctx;
    this.store = new RoleStore(ctx);
    this.error = undefined;
    try {
      this.loaded = await this.store.load();
      this.rights = new Rights(ctx, this.loaded.plan);
    } catch (e) {
      this.error = e;
    }
    this.changed();
  }

  changed(): void {
    this.revision++;
    this.host.requestUpdate();
  }

  show(open: Open | undefined): void {
    this.open = open;
    this.changed();
  }

  dismiss(refusal: Refusal): void {
    this.refused = this.refused.filter((other) => other !== refusal);
    this.changed();
  }

  discard(): void {
    this.draft.discard();
    this.refused = [];
    this.changed();
  }

  /** Saves each changed role on its own: what is refused stays in the draft, the rest is done. */
  async save(): Promise<void> {
    if (this.busy) return;
    await this.saveThese(this.roles.filter((role) => this.draft.touched(role)), false);
  }

  private async saveThese(roles: Role[], force: boolean): Promise<void> {
    const { catalogue } = this.loaded ?? {};
    if (!catalogue) return;
    this.busy = true;
    this.refused = this.refused.filter(({ role }) => !roles.some((other) => other.key === role.key));
    this.changed();
    let saved = 0;
    for (const role of roles) {
      try {
        this.put(await this.store.permissions(role, this.draft, catalogue, force));
        saved++;
      } catch (error) {
        await this.refuse(role, error, (again) => void this.saveThese(this.now([role]), again));
      }
    }
    if (saved) this.ctx.toast(this.ctx.t('roles.saved', { count: saved }));
    this.busy = false;
    this.changed();
  }

  private now(roles: Role[]): Role[] {
    return this.roles.filter((role) => roles.some((other) => other.key === role.key));
  }

  private async refuse(role: Role, error: unknown, again: Refusal['again']): Promise<void> {
    const now = isStale(error) || isGone(error) ? await this.refresh(role) : undefined;
    this.refused = [...this.refused, { role, error, now, again }];
  }

  /** What somebody else made of it, on top of which the next try goes. */
  private async refresh(role: Role): Promise<Role | undefined> {
    try {
      const now = await this.store.read(role);
      this.put(now);
      return now;
    } catch (e) {
      if (e instanceof ProblemError && e.status === 404) this.drop(role.key);
      return undefined;
    }
  }

  private put(role: Role): void {
    if (!this.loaded) return;
    const known = this.roles.some((other) => other.key === role.key);
    const roles = known ? this.roles.map((other) => (other.key === role.key ? role : other)) : [...this.roles, role];
    this.loaded = { ...this.loaded, roles };
    this.draft.rebase(role);
    this.changed();
  }

  private drop(key: string): void {
    if (!this.loaded) return;
    this.loaded = { ...this.loaded, roles: this.roles.filter((role) => role.key !== key) };
    this.draft.forget(key);
    this.changed();
  }

  /** Carries out what a dialog asks for; it stays open with what the server said against it. */
  async send(open: Open, force = false): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.changed();
    try {
      await this.carryOut(open, force);
      this.open = undefined;
    } catch (error) {
      this.open = await this.answered(open, error);
    }
    this.busy = false;
    this.changed();
  }

  private async carryOut(open: Open, force: boolean): Promise<void> {
    if (open.kind === 'create') {
      const { name, description, from } = open;
      this.put(await this.store.create({ name, description, from }));
      this.ctx.toast(this.ctx.t('roles.created', { role: name.trim() }));
    } else if (open.kind === 'rename') {
      const [role = open.role] = this.now([open.role]);
      this.put(await this.store.rename(role, open.name, open.description));
      this.ctx.toast(this.ctx.t('roles.renamed', { role: open.name.trim() }));
    } else if (open.kind === 'delete') {
      const [role = open.role] = this.now([open.role]);
      await this.store.delete(role, open.replacement, force);
      this.drop(role.key);
      this.ctx.toast(this.ctx.t('roles.deleted', { role: role.name }));
    }
  }

  private async answered(open: Open, error: unknown): Promise<Open> {
    if (open.kind !== 'create' && isStale(error)) await this.refresh(open.role);
    if (open.kind === 'delete' && error instanceof ProblemError && error.code === 'in-use') {
      return { ...open, users: error.usedBy, names: await this.store.holders(open.role), error: undefined };
    }
    return { ...open, error };
  }

  async hide(role: Role): Promise<void> {
    await this.act(
      role,
      () => this.store.hide(role, !role.hidden),
      role.hidden ? 'roles.shown' : 'roles.hid',
      () => void this.hide(this.now([role])[0] ?? role),
    );
  }

  async reset(role: Role, force = false): Promise<void> {
    await this.act(
      role,
      () => this.store.reset(role, force),
      'roles.wasReset',
      (again) => void this.reset(this.now([role])[0] ?? role, again),
    );
  }

  /** Does at once what needs no draft. */
  private async act(role: Role, action: () => Promise<Role>, done: string, again: Refusal['again']): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refused = this.refused.filter((refusal) => refusal.role.key !== role.key);
    this.changed();
    try {
      const changed = await action();
      this.put(changed);
      this.ctx.toast(this.ctx.t(done, { role: changed.name }));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'in-use') {
        this.open = { kind: 'used', role, users: error.usedBy, names: await this.store.holders(role) };
      } else await this.refuse(role, error, again);
    }
    this.busy = false;
    this.changed();
  }
}

const isStale = (error: unknown): boolean => error instanceof ProblemError && error.code === 'stale';

const isGone = (error: unknown): boolean => error instanceof ProblemError && error.status === 404;
