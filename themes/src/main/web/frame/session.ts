import { offline, SessionEnded } from './api.ts';
import {
  type Attempt,
  type Client,
  type Tokens,
  attempt,
  authorization,
  codeOf,
  exchange,
  logout,
  OidcError,
  renew,
  silent,
} from './oidc.ts';

const PENDING = 'roster.sign-in';

interface Pending extends Attempt {
  place: string;
}

/** Who is signed in. Tokens are in memory only, and renewed when a call needs one. */
export class Session {
  private tokens: Tokens | undefined;
  private underway: Promise<string> | undefined;

  constructor(private readonly client: Client) {}

  /** A token that lives at least half a minute; calls that come together share one renewal. */
  token(): Promise<string> {
    if (this.tokens && this.tokens.expires - Date.now() > 30_000) return Promise.resolve(this.tokens.access);
    this.underway ??= this.fresh().finally(() => (this.underway = undefined));
    return this.underway;
  }

  private async fresh(): Promise<string> {
    this.tokens = await this.renewed();
    return this.tokens.access;
  }

  private async renewed(): Promise<Tokens> {
    if (this.tokens?.refresh) {
      try {
        return await renew(this.client, this.tokens.refresh);
      } catch (e) {
        if (!(e instanceof OidcError)) throw offline();
      }
    }
    try {
      return await silent(this.client);
    } catch (e) {
      throw e instanceof OidcError ? new SessionEnded(e.code) : offline();
    }
  }

  /** Takes up a sign-in from which the server came back to this page; says whether there was one. */
  async resume(): Promise<boolean> {
    const stored = sessionStorage.getItem(PENDING);
    sessionStorage.removeItem(PENDING);
    if (!/[?&](code|error)=/.test(location.search)) return false;
    const href = location.href;
    const pending: Pending | undefined = stored ? JSON.parse(stored) : undefined;
    history.replaceState(null, '', pending?.place ?? location.pathname);
    if (!pending) return false;
    const code = codeOf(this.client, href, pending.state);
    this.tokens = await exchange(this.client, code, pending.verifier);
    return true;
  }

  /** Leaves the page for the server's sign-in, and comes back to the same place. */
  async signIn(): Promise<void> {
    const pending: Pending = { ...attempt(), place: location.pathname + location.hash };
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
    location.assign(await authorization(this.client, pending));
  }

  /** Who is signed in, as the ID token tells. */
  get claims(): { sub?: string; name?: string; preferred_username?: string } {
    const part = this.tokens?.id?.split('.')[1];
    if (!part) return {};
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  signOut(): void {
    location.assign(logout(this.client, this.tokens?.id));
  }
}
