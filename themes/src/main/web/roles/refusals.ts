import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Catalogue, Role } from '../frame/types.ts';
import '../messages/parts.ts';
import { alert, problem } from '../parts/problem.ts';
import type { Refusal } from './store.ts';

/** What could not be done and why, with the way on. The draft is still there in each case. */
export function refusals(
  ctx: Context,
  refused: Refusal[],
  catalogue: Catalogue | undefined,
  dismiss: (refusal: Refusal) => void,
): unknown {
  return refused.map((refusal) =>
    refusal.now
      ? stale(ctx, refusal, refusal.now, catalogue, () => dismiss(refusal))
      : plain(ctx, refusal, catalogue, () => dismiss(refusal)),
  );
}

const labels = (catalogue: Catalogue | undefined, keys: string[]) =>
  keys.map((key) => catalogue?.permissions.find((each) => each.key === key)?.label ?? key);

function stale(
  ctx: Context,
  { role: before, again }: Refusal,
  now: Role,
  catalogue: Catalogue | undefined,
  dismiss: () => void,
): TemplateResult {
  const { t, texts } = ctx;
  const given = labels(catalogue, now.permissions.filter((key) => !before.permissions.includes(key)));
  const taken = labels(catalogue, before.permissions.filter((key) => !now.permissions.includes(key)));
  const renamed = now.name !== before.name;
  return alert(
    'warning',
    t('roles.stale', { role: before.name }),
    html`<ul class="roster-plain">
        ${renamed ? html`<li>${t('roles.stale.renamed', { name: now.name })}</li>` : nothing}
        ${given.length ? html`<li>${t('roles.stale.given', { permissions: texts.list(given) })}</li>` : nothing}
        ${taken.length ? html`<li>${t('roles.stale.taken', { permissions: texts.list(taken) })}</li>` : nothing}
        ${given.length || taken.length || renamed ? nothing : html`<li>${t('roles.stale.other')}</li>`}
      </ul>
      <p>${t('roles.stale.text')}</p>`,
    html`${link(t('roles.stale.save'), () => again(false))} ${link(t('roles.stale.look'), dismiss)}`,
  );
}

function plain(
  ctx: Context,
  { role, error, again }: Refusal,
  catalogue: Catalogue | undefined,
  dismiss: () => void,
): TemplateResult {
  const { t } = ctx;
  const missing = error instanceof ProblemError ? labels(catalogue, error.missing) : [];
  return html`<section class="roster-refusal">
    <p class="roster-refusal-role">${t('roles.refused', { role: role.name })}</p>
    ${problem(ctx, error)}
    ${missing.length ? html`<p>${t('part.missing')} ${ctx.texts.list(missing)}</p>` : nothing}
    ${lastAdmin(ctx, error, () => again(true))}
    <p>${link(t('close'), dismiss)}</p>
  </section>`;
}

/** The workspace would lose its last Admin: what to do first, and for administrators the way past it. */
export function lastAdmin(ctx: Context, error: unknown, force: () => void): unknown {
  if (!(error instanceof ProblemError) || error.code !== 'last-admin') return nothing;
  const { t } = ctx;
  return html`<p>${t('part.last-admin')}</p>
    ${ctx.surface === 'admin'
      ? html`<p>${t('part.last-admin.force.text')} ${link(t('part.last-admin.force'), force)}</p>`
      : nothing}`;
}

const link = (label: string, click: () => void): TemplateResult =>
  html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${click}>${label}</button>`;
