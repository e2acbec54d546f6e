import type { Context } from '../frame/page.ts';
import type { Catalogue, Permission, Role, WorkspacePlan } from '../frame/types.ts';

/** What of the matrix the reader may change, and why not the rest. The server asks again. */
export class Rights {
  /** Roles can be made and edited. */
  readonly edits: boolean;
  /** May edit, but for the plan. */
  readonly lacksPlan: boolean;
  private readonly above: boolean;

  constructor(
    private readonly ctx: Context,
    private readonly plan: WorkspacePlan | undefined,
  ) {
    const manages = ctx.can('teammates.manage');
    this.edits = manages && this.unlocks('custom-roles');
    this.lacksPlan = manages && !this.edits;
    this.above = ctx.surface === 'admin' || ctx.can('user-permissions.change');
  }

  /** Resetting and deleting need no plan. */
  get manages(): boolean {
    return this.edits || this.lacksPlan;
  }

  /** Where the plan isn't known, nothing is said to be missing. */
  unlocks(entitlement: string | null): boolean {
    if (!entitlement || !this.plan) return true;
    return this.plan.entitlements.includes(entitlement) || this.plan.entitlements.includes('everything');
  }

  /** Nobody changes what carries more than they hold. */
  reaches(role: Role): boolean {
    return this.above || role.permissions.every((key) => this.ctx.can(key));
  }

  mayToggle(role: Role, permission: Permission): boolean {
    if (!this.edits || !this.reaches(role)) return false;
    if (permission.deprecated && !role.permissions.includes(permission.key)) return false;
    return this.above || this.ctx.can(permission.key);
  }
}

export interface Group {
  space: Permission['space'];
  permissions: Permission[];
}

const SPACES: Permission['space'][] = ['shared', 'personal', 'account'];

/** The permissions by space, each group in the order of bits; only those that fit what is searched for. */
export function groups(catalogue: Catalogue, search = ''): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (permission: Permission) =>
    words.every((word) => permission.label.toLowerCase().includes(word) || permission.key.includes(word));
  return SPACES.map((space) => ({
    space,
    permissions: catalogue.permissions.filter((permission) => permission.space === space && fits(permission)),
  })).filter((group) => group.permissions.length);
}

/** What a role is compared with: the realm's preset, or what a custom role started from. */
export function origin(role: Role, roles: readonly Role[], catalogue: Catalogue): { name: string; permissions: string[] } | undefined {
  if (role.kind === 'preset') return catalogue.presets.find((preset) => preset.key === role.key);
  return roles.find((other) => other.key === role.from) ?? catalogue.presets.find((preset) => preset.key === role.from);
}
