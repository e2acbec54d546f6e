import type { Api } from './api.ts';
import type { Context, Surface } from './page.ts';
import type { Texts } from './texts.ts';
import type { Catalogue } from './types.ts';

export interface Surroundings {
  api: Api;
  /** The surface that answers the catalogue to everybody, without a token. */
  open: Api;
  surface: Surface;
  realm: string;
  alias: string;
  self: string;
  texts: Texts;
  can(permission: string): boolean;
  looks(permission: string): boolean;
  managesRealm: boolean;
  href(path: string): string;
  navigate(href: string): void;
  toast: Context['toast'];
}

export function context(around: Surroundings): Context {
  let catalogue: Promise<Catalogue> | undefined;
  return {
    api: around.api,
    workspace: around.alias ? around.api.below('workspaces', around.alias) : around.api,
    surface: around.surface,
    realm: around.realm,
    alias: around.alias,
    self: around.self,
    texts: around.texts,
    t: around.texts.t,
    can: around.can,
    looks: around.looks,
    managesRealm: around.managesRealm,
    href: around.href,
    navigate: (path) => around.navigate(around.href(path)),
    toast: around.toast,
    catalogue: () => {
      catalogue ??= around.open.get<Catalogue>('catalogue').catch((e) => {
        catalogue = undefined;
        throw e;
      });
      return catalogue;
    },
  };
}
