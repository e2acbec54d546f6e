import type { Role } from '../frame/types.ts';

/** Of one role: what shall be on or off that isn't so now. */
type Wishes = ReadonlyMap<string, boolean>;
type State = ReadonlyMap<string, Wishes>;

export interface RoleChanges {
  role: Role;
  added: string[];
  removed: string[];
}

/**
 * What somebody has changed in the matrix and not saved. It holds single wishes and no copies of roles: so it fits on
 * top of what others saved meanwhile.
 */
export class Draft {
  private state: State = new Map();
  private past: State[] = [];
  private future: State[] = [];

  get empty(): boolean {
    return this.state.size === 0;
  }

  get undoable(): boolean {
    return this.past.length > 0;
  }

  get redoable(): boolean {
    return this.future.length > 0;
  }

  has(role: Role, permission: string): boolean {
    return this.state.get(role.key)?.get(permission) ?? role.permissions.includes(permission);
  }

  touched(role: Role, permission?: string): boolean {
    const wishes = this.state.get(role.key);
    return permission === undefined ? !!wishes : !!wishes?.has(permission);
  }

  /** All keys of the role as the draft has it, in the order of what is given. */
  permissions(role: Role, order: readonly string[]): string[] {
    return order.filter((key) => this.has(role, key));
  }

  set(role: Role, permissions: readonly string[], on: boolean): void {
    const wishes = new Map(this.state.get(role.key));
    for (const permission of permissions) {
      if (role.permissions.includes(permission) === on) wishes.delete(permission);
      else wishes.set(permission, on);
    }
    this.go(this.with(role.key, wishes));
  }

  discard(): void {
    this.go(new Map());
  }

  undo(): void {
    const before = this.past.pop();
    if (!before) return;
    this.future.push(this.state);
    this.state = before;
  }

  redo(): void {
    const after = this.future.pop();
    if (!after) return;
    this.past.push(this.state);
    this.state = after;
  }

  /** A role as it is now: wishes that it fulfils are none any more. What was before can't be undone into. */
  rebase(role: Role): void {
    const wishes = new Map(
      [...(this.state.get(role.key) ?? [])].filter(([key, on]) => role.permissions.includes(key) !== on),
    );
    this.state = this.with(role.key, wishes);
    this.past = [];
    this.future = [];
  }

  /** A role is gone, and with it what was wished of it. */
  forget(key: string): void {
    this.state = this.with(key, new Map());
    this.past = [];
    this.future = [];
  }

  /** What differs, in the order of the roles. */
  changes(roles: readonly Role[], order: readonly string[]): RoleChanges[] {
    return roles
      .filter((role) => this.touched(role))
      .map((role) => {
        const wishes = this.state.get(role.key) ?? new Map<string, boolean>();
        const keys = order.filter((key) => wishes.has(key));
        return {
          role,
          added: keys.filter((key) => wishes.get(key)),
          removed: keys.filter((key) => !wishes.get(key)),
        };
      });
  }

  private go(next: State): void {
    this.past.push(this.state);
    this.future = [];
    this.state = next;
  }

  private with(key: string, wishes: Wishes): State {
    const next = new Map(this.state);
    if (wishes.size) next.set(key, wishes);
    else next.delete(key);
    return next;
  }
}
