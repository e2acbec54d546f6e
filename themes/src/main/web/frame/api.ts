import type { AnyProblem, Page, Users, Violation } from './types.ts';

/** A refusal of the server, or no answer at all (code `offline`). */
export class ProblemError extends Error {
  constructor(readonly problem: AnyProblem) {
    super(problem.detail || problem.title || `HTTP ${problem.status}`);
  }

  get status(): number {
    return this.problem.status;
  }

  /** `stale`, `ceiling`, `in-use` and the others of docs/reference/errors.md. */
  get code(): string {
    return this.problem.type?.split(':').pop() ?? '';
  }

  get violations(): Violation[] {
    return this.problem.violations ?? [];
  }

  get usedBy(): Users[] {
    return this.problem.usedBy ?? [];
  }

  get missing(): string[] {
    return this.problem.missing ?? [];
  }

  /** What is wrong with this field, if that is what the server said. */
  about(field: string): string | undefined {
    return this.violations.find((violation) => violation.field === field)?.message;
  }
}

/** The server can't be reached, or something else answers in its place. */
export const offline = (): ProblemError => new ProblemError({ type: 'urn:roster:problem:offline', status: 0 });

/** Nobody is signed in any more. */
export class SessionEnded extends Error {}

export type Query = Record<string, string | number | null | undefined>;

/** Calls one surface of the API, or Keycloak's own, from one base address on. Paths are relative to it. */
export class Api {
  constructor(
    readonly base: string,
    /** Left out for what is open to everybody. */
    private readonly token?: () => Promise<string>,
  ) {}

  /** The same surface from a deeper address on; the segments are encoded. */
  below(...segments: string[]): Api {
    return new Api([this.base, ...segments.map(encodeURIComponent)].join('/'), this.token);
  }

  get<T>(path: string, query: Query = {}): Promise<T> {
    return this.call<T>('GET', path + search(query));
  }

  page<T>(path: string, query: Query & { after?: string | null; max?: number } = {}): Promise<Page<T>> {
    return this.get<Page<T>>(path, query);
  }

  /** Every page of a list that is short by nature, such as roles. */
  async all<T>(path: string, query: Query = {}): Promise<T[]> {
    const items: T[] = [];
    let after: string | null = null;
    do {
      const page: Page<T> = await this.page<T>(path, { max: 500, ...query, after });
      items.push(...page.items);
      after = page.next;
    } while (after);
    return items;
  }

  /** `version` is that of what was read: another one there by now answers `stale`. */
  put<T>(path: string, body: unknown, version?: string): Promise<T> {
    return this.call<T>('PUT', path, body, version);
  }

  post<T>(path: string, body?: unknown, version?: string): Promise<T> {
    return this.call<T>('POST', path, body, version);
  }

  delete<T = void>(path: string, version?: string, query: Query = {}): Promise<T> {
    return this.call<T>('DELETE', path + search(query), undefined, version);
  }

  private async call<T>(method: string, path: string, body?: unknown, version?: string): Promise<T> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (this.token) headers.Authorization = `Bearer ${await this.token()}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    let answer: Response;
    try {
      answer = await fetch(path ? `${this.base}/${path}` : this.base, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    } catch {
      throw offline();
    }
    const text = await answer.text();
    if (answer.ok) return (text ? JSON.parse(text) : undefined) as T;
    throw new ProblemError(problem(answer.status, text));
  }
}

function search(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Keycloak itself answers `error` and `error_description` or `errorMessage`, a proxy before it anything. */
function problem(status: number, text: string): AnyProblem {
  try {
    const body = JSON.parse(text);
    const detail = body.detail ?? body.error_description ?? body.errorMessage;
    return { ...body, status, detail };
  } catch {
    return { status };
  }
}
