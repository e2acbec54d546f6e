import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import '../messages/parts.ts';
import { alert, problem } from './problem.ts';

/** One change at a time: whether it is under way, and what the server said against the last one. */
export class Attempt implements ReactiveController {
  busy = false;
  error: unknown;
  labels = new Map<string, string>();
  private change: ((force: boolean) => Promise<void>) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ctx: () => Context,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Carries the change out; what was typed stays where it is if the server refuses. */
  async run(change: (force: boolean) => Promise<void>, force = false): Promise<boolean> {
    if (this.busy) return false;
    this.change = change;
    this.busy = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      await change(force);
      return true;
    } catch (e) {
      this.error = e;
      if (e instanceof ProblemError && e.missing.length) this.labels = await permissionLabels(this.ctx());
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  /** The same again, past the protection of the last Admin. */
  force(): void {
    if (this.change) this.run(this.change, true);
  }

  clear(): void {
    this.error = undefined;
    this.host.requestUpdate();
  }
}

async function permissionLabels(ctx: Context): Promise<Map<string, string>> {
  try {
    return new Map((await ctx.catalogue()).permissions.map((permission) => [permission.key, permission.label]));
  } catch {
    return new Map();
  }
}

/** Where a change may take the last Admin away, the administrator's second answer goes into the address. */
export const forced = (path: string, force: boolean): string => (force ? `${path}?force=true` : path);

/**
 * What the server said against the change, and what can be done about it.
 *
 * @param again reads what is there now, and keeps what was typed
 * @param fields that show what is wrong with them themselves
 */
export function refusal(ctx: Context, attempt: Attempt, again?: () => void, fields: string[] = []): unknown {
  const { error } = attempt;
  if (!error) return nothing;
  if (!(error instanceof ProblemError)) return problem(ctx, error);
  if (error.violations.length && error.violations.every(({ field }) => fields.includes(field))) return nothing;
  if (error.code === 'last-admin') return lastAdmin(ctx, attempt);
  return html`${problem(ctx, error)}${remedy(ctx, attempt, error, again)}`;
}

function remedy(ctx: Context, attempt: Attempt, error: ProblemError, again?: () => void): unknown {
  const { t } = ctx;
  if (error.missing.length) {
    return html`<p class="roster-small">${t('part.missing')}</p>
      <ul class="pf-v5-c-list roster-small">
        ${error.missing.map((key) => html`<li>${attempt.labels.get(key) ?? key}</li>`)}
      </ul>`;
  }
  if (error.code === 'stale' && again) {
    return html`<p class="roster-small">${t('part.stale')} ${link(t('part.stale.again'), again)}</p>`;
  }
  return nothing;
}

/** What to do first, and for administrators the way past it. */
function lastAdmin({ t, surface }: Context, attempt: Attempt): TemplateResult {
  const first = t('part.last-admin');
  return surface === 'admin'
    ? alert(
        'danger',
        t('problem.last-admin'),
        html`<p>${first}</p>
          <p>${t('part.last-admin.force.text')}</p>`,
        link(t('part.last-admin.force'), () => attempt.force()),
      )
    : alert('danger', t('problem.last-admin'), first);
}

const link = (text: string, act: () => void): TemplateResult =>
  html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${act}>${text}</button>`;
