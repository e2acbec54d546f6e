import { LitElement } from 'lit';
import type { Api } from './api.ts';
import type { Texts } from './texts.ts';
import type { Catalogue } from './types.ts';

export type Surface = 'admin' | 'people';

/** What a page has to know about where it is and who looks at it. */
export interface Context {
  /** From `/roster/v1` on. */
  readonly api: Api;
  /** From `/roster/v1/workspaces/{alias}` on; on a page of the realm the same as `api`. */
  readonly workspace: Api;
  readonly surface: Surface;
  readonly realm: string;
  /** Of the workspace; empty on a page of the realm. */
  readonly alias: string;
  /** Of oneself, Keycloak's id; empty where it isn't known. */
  readonly self: string;
  readonly texts: Texts;
  readonly t: Texts['t'];
  /** Whether to offer what needs this permission of the catalogue. The server decides. */
  can(permission: string): boolean;
  /** Whether to show what needs this permission to be looked at: an administrator may view and not manage. */
  looks(permission: string): boolean;
  /** Whether the caller may manage the realm, where plans are given. */
  readonly managesRealm: boolean;
  /** Address of a place in the workspace, such as `teammates/{id}`, for a link. */
  href(path: string): string;
  navigate(path: string): void;
  toast(text: string, kind?: 'success' | 'danger' | 'info'): void;
  /** Asked for once. */
  catalogue(): Promise<Catalogue>;
}

/** A page of the console. It is in the light DOM, so that PatternFly's style sheet reaches it. */
export abstract class RosterPage extends LitElement {
  static properties = { ctx: { attribute: false }, path: { attribute: false } };

  declare ctx: Context;
  /** What follows the page in the address: `teammates/17/overrides` has `['17', 'overrides']`. */
  declare path: string[];

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  /** Whether something would be lost by leaving: then the frame asks first. */
  get dirty(): boolean {
    return false;
  }

  protected get t(): Texts['t'] {
    return this.ctx.t;
  }
}

export interface PageEntry {
  /** Segment of the address. */
  id: string;
  /** Which of the two places it is a page of. */
  level: 'workspace' | 'realm';
  order: number;
  /** Key of its name in the navigation. */
  label: string;
  /** Name of its custom element. */
  tag: string;
  visible(ctx: Context): boolean;
}

const entries: PageEntry[] = [];

export function registerPage(entry: PageEntry): void {
  entries.push(entry);
  entries.sort((one, other) => one.order - other.order);
}

export function pages(level: PageEntry['level'], ctx: Context): PageEntry[] {
  return entries.filter((entry) => entry.level === level && entry.visible(ctx));
}
