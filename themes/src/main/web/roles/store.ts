import { type Api, ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Catalogue, NewRole, Role, Teammate, WorkspacePlan } from '../frame/types.ts';
import { forced } from '../parts/attempt.ts';
import type { Draft } from './draft.ts';

/** Why one role isn't as somebody wanted it. */
export interface Refusal {
  role: Role;
  error: unknown;
  /** Where somebody else was faster: what they made of the role. */
  now?: Role;
  /** The same once more; with `force` past the protection of the last Admin. */
  again(force: boolean): void;
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
    return this.put(role, { name, description, permissions: role.permissions }, false);
  }

  hide(role: Role, hidden: boolean): Promise<Role> {
    return this.put(role, { name: role.name, permissions: role.permissions, hidden }, false);
  }

  reset(role: Role, force: boolean): Promise<Role> {
    return this.api.post<Role>(forced(`${path(role)}/reset`, force), undefined, role.version);
  }

  /** With a replacement its holders get that one, in the same moment. */
  delete(role: Role, replacement: string, force: boolean): Promise<void> {
    return this.api.delete(path(role), role.version, { replacement, force: force ? 'true' : null });
  }

  permissions(role: Role, draft: Draft, catalogue: Catalogue, force: boolean): Promise<Role> {
    const order = catalogue.permissions.map((permission) => permission.key);
    return this.put(role, { name: role.name, permissions: draft.permissions(role, order) }, force);
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

  private put(role: Role, body: object, force: boolean): Promise<Role> {
    return this.api.put<Role>(forced(path(role), force), body, role.version);
  }
}

const path = (role: Role) => `roles/${encodeURIComponent(role.key)}`;
