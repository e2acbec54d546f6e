import { type Api, ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Catalogue, NewRole, Role, Teammate, WorkspacePlan } from '../frame/types.ts';
import type { Draft } from './draft.ts';

/** What happened to one role while the draft was saved. */
export interface Refusal {
  role: Role;
  error: unknown;
  /** Where somebody else was faster: what they made of the role; nothing where they deleted it. */
  now?: Role;
}

export interface Loaded {
  catalogue: Catalogue;
  roles: Role[];
  plan: WorkspacePlan | undefined;
}

/** The roles of a workspace over the API. */
export class RoleStore {
  private readonly api: Api;

  constructor(private readonly ctx: Context) {
    this.api = ctx.workspace;
  }

  async load(): Promise<Loaded> {
    const [catalogue, roles, plan] = await Promise.all([this.ctx.catalogue(), this.api.all<Role>('roles'), this.plan()]);
    return { catalogue, roles, plan };
  }

  /** It only marks what is locked; the page is useful without it. */
  private async plan(): Promise<WorkspacePlan | undefined> {
    try {
      return await this.api.get<WorkspacePlan>('plan');
    } catch (e) {
      if (e instanceof ProblemError) return undefined;
      throw e;
    }
  }

  create(role: NewRole): Promise<Role> {
    return this.api.post<Role>('roles', role);
  }

  rename(role: Role, name: string, description: string): Promise<Role> {
    return this.put(role, { name, description, permissions: role.permissions });
  }

  hide(role: Role, hidden: boolean): Promise<Role> {
    return this.put(role, { name: role.name, permissions: role.permissions, hidden });
  }

  reset(role: Role): Promise<Role> {
    return this.api.post<Role>(`${path(role)}/reset`, undefined, role.version);
  }

  /** With a replacement its holders get that one, in the same moment. */
  delete(role: Role, replacement: string): Promise<void> {
    return this.api.delete(path(role), role.version, { replacement });
  }

  read(role: Role): Promise<Role> {
    return this.api.get<Role>(path(role));
  }

  /** The first ten who have a role, by name. */
  async holders(role: Role): Promise<string[]> {
    try {
      const page = await this.api.page<Teammate>('teammates', { role: role.key, max: 10 });
      return page.items.map((teammate) => teammate.name ?? teammate.id);
    } catch {
      // Who may delete roles needn't see everybody; how many they are is known.
      return [];
    }
  }

  /** Saves each changed role on its own: what is refused stays in the draft, the rest is done. */
  async save(draft: Draft, roles: readonly Role[], catalogue: Catalogue, done: (role: Role) => void): Promise<Refusal[]> {
    const order = catalogue.permissions.map((permission) => permission.key);
    const refusals: Refusal[] = [];
    for (const { role } of draft.changes(roles, order)) {
      try {
        done(await this.put(role, { name: role.name, permissions: draft.permissions(role, order) }));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        refusals.push({ role, error, now: await this.meanwhile(role, error) });
      }
    }
    return refusals;
  }

  private async meanwhile(role: Role, error: ProblemError): Promise<Role | undefined> {
    if (error.code !== 'stale') return undefined;
    try {
      return await this.read(role);
    } catch {
      return undefined;
    }
  }

  private put(role: Role, body: object): Promise<Role> {
    return this.api.put<Role>(path(role), body, role.version);
  }
}

const path = (role: Role) => `roles/${encodeURIComponent(role.key)}`;
