/** The parts of OpenID Connect that both consoles need: the code flow with PKCE, by fetch, by frame or by redirect. */

export interface Client {
  /** `{base}/realms/{realm}` */
  issuer: string;
  clientId: string;
  redirectUri: string;
  scope: string;
}

export interface Tokens {
  access: string;
  refresh: string | undefined;
  id: string | undefined;
  /** Milliseconds of this browser's clock. */
  expires: number;
}

/** What the server says instead of a code or a token; `login_required` where nobody is signed in. */
export class OidcError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface Attempt {
  verifier: string;
  state: string;
}

const endpoint = (client: Client, name: string) => `${client.issuer}/protocol/openid-connect/${name}`;

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

export const attempt = (): Attempt => ({ verifier: random(), state: random() });

export async function authorization(client: Client, { verifier, state }: Attempt, prompt?: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const params = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: client.scope,
    state,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: 'S256',
  });
  if (prompt) params.set('prompt', prompt);
  return `${endpoint(client, 'auth')}?${params}`;
}

/** Takes the code out of the address to which the server redirected. */
export function codeOf(client: Client, href: string, state: string): string {
  // Without a redirect the address is still the server's, and carries our own state.
  if (!href.startsWith(client.redirectUri)) throw new OidcError('login_required');
  const params = new URL(href).searchParams;
  const error = params.get('error');
  if (error) throw new OidcError(error);
  const code = params.get('code');
  if (!code || params.get('state') !== state) throw new OidcError('invalid_state');
  return code;
}

/** Tokens of whoever is signed in already, without a page in between. */
export async function silent(client: Client): Promise<Tokens> {
  const tried = attempt();
  const url = await authorization(client, tried, 'none');
  const here = new URL(client.issuer).origin === location.origin;
  const href = here ? (await fetch(url, { credentials: 'same-origin' })).url : await byFrame(url);
  return exchange(client, codeOf(client, href, tried.state), tried.verifier);
}

/** Where Keycloak's console has a host of its own, fetch can't follow; a frame can. */
function byFrame(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    const late = setTimeout(() => done(), 10_000);
    const done = (href?: string) => {
      clearTimeout(late);
      frame.remove();
      href ? resolve(href) : reject(new OidcError('login_required'));
    };
    frame.onload = () => {
      try {
        done(frame.contentWindow?.location.href);
      } catch {
        done();
      }
    };
    frame.src = url;
    document.body.append(frame);
  });
}

export function exchange(client: Client, code: string, verifier: string): Promise<Tokens> {
  return tokens(client, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: client.redirectUri,
    code_verifier: verifier,
  });
}

export function renew(client: Client, refresh: string): Promise<Tokens> {
  return tokens(client, { grant_type: 'refresh_token', refresh_token: refresh });
}

async function tokens(client: Client, form: Record<string, string>): Promise<Tokens> {
  const answer = await fetch(endpoint(client, 'token'), {
    method: 'POST',
    body: new URLSearchParams({ client_id: client.clientId, ...form }),
  });
  const body = await answer.json();
  if (!answer.ok) throw new OidcError(body.error ?? 'invalid_grant');
  return {
    access: body.access_token,
    refresh: body.refresh_token,
    id: body.id_token,
    expires: Date.now() + body.expires_in * 1000,
  };
}

export function logout(client: Client, id: string | undefined): string {
  const params = new URLSearchParams({ client_id: client.clientId, post_logout_redirect_uri: client.redirectUri });
  if (id) params.set('id_token_hint', id);
  return `${endpoint(client, 'logout')}?${params}`;
}
