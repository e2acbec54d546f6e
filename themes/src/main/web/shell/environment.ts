import { Api } from '../frame/api.ts';
import { Session } from '../frame/session.ts';

/** What Keycloak's admin console is told by its server, and whom it belongs to. */
interface Environment {
  serverBaseUrl: string;
  adminBaseUrl: string;
  /** Where the administrator signs in: not the realm that is managed. */
  realm: string;
  clientId: string;
}

interface WhoAmI {
  userId: string;
  realm: string;
  locale?: string;
  realm_access: Record<string, string[]>;
}

export interface Administrator {
  id: string;
  locale: string | undefined;
  seesWorkspaces: boolean;
  managesRealm: boolean;
}

const absolute = (url: string) => new URL(url, location.href).href.replace(/\/$/, '');

export class Console {
  readonly loginRealm: string;
  readonly session: Session;
  private readonly admin: string;
  private readonly server: string;

  private constructor(env: Environment) {
    this.loginRealm = env.realm;
    this.admin = absolute(env.adminBaseUrl);
    this.server = absolute(env.serverBaseUrl);
    const realm = encodeURIComponent(env.realm);
    this.session = new Session({
      issuer: `${this.server}/realms/${realm}`,
      clientId: env.clientId,
      // A small file that is there anyway, below the only address to which this client may redirect.
      redirectUri: `${this.admin}/admin/${realm}/console/messages.json`,
      scope: 'openid',
    });
  }

  /** Nothing where the page isn't Keycloak's admin console, or is it in a frame of itself. */
  static find(): Console | undefined {
    const element = document.getElementById('environment');
    if (!element || document.body.dataset.pageId !== 'admin' || window !== top) return undefined;
    return new Console(JSON.parse(element.textContent ?? '{}') as Environment);
  }

  /** Keycloak's own API of a realm. */
  keycloak(realm: string): Api {
    return new Api(`${this.admin}/admin/realms/${encodeURIComponent(realm)}`, () => this.session.token());
  }

  roster(realm: string): Api {
    return this.keycloak(realm).below('roster', 'v1');
  }

  /** What everybody may ask, without a token. */
  open(realm: string): Api {
    return new Api(`${this.server}/realms/${encodeURIComponent(realm)}/roster/v1`);
  }

  /** What the administrator may do in a realm, to offer no more than that. */
  async whoami(realm: string): Promise<Administrator> {
    const api = new Api(`${this.admin}/admin/${encodeURIComponent(this.loginRealm)}/console`, () => this.session.token());
    const who = await api.get<WhoAmI>('whoami', { currentRealm: realm });
    const held = new Set(who.realm_access[realm]);
    const has = (...roles: string[]) => roles.some((role) => held.has(role));
    return {
      id: who.realm === realm ? who.userId : '',
      locale: who.locale,
      // Who has rights over single organizations has the role to query them.
      seesWorkspaces: has('query-organizations', 'view-organizations', 'manage-organizations', 'manage-realm', 'view-realm'),
      managesRealm: has('manage-realm'),
    };
  }
}
