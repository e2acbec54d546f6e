import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Catalogue, Role } from '../frame/types.ts';
import { alert, problem } from '../parts/problem.ts';
import type { Refusal } from './store.ts';

interface Ways {
  onAgain(): void;
  onDismiss(): void;
}

/** What could not be saved and why, with the way on. The draft is still there in each case. */
export function refusals(ctx: Context, refused: Refusal[], catalogue: Catalogue | undefined, ways: Ways): unknown {
  return refused.map((refusal) =>
    refusal.now ? stale(ctx, refusal.role, refusal.now, catalogue, ways) : plain(ctx, refusal, ways),
  );
}

function stale(ctx: Context, before: Role, now: Role, catalogue: Catalogue | undefined, ways: Ways): TemplateResult {
  const { t } = ctx;
  const label = (key: string) => catalogue?.permissions.find((each) => each.key === key)?.label ?? key;
  const given = now.permissions.filter((key) => !before.permissions.includes(key)).map(label);
  const taken = before.permissions.filter((key) => !now.permissions.includes(key)).map(label);
  return alert(
    'warning',
    t('roles.stale', { role: before.name }),
    html`<ul class="roster-plain">
        ${now.name === before.name ? nothing : html`<li>${t('roles.stale.renamed', { name: now.name })}</li>`}
        ${given.length ? html`<li>${t('roles.stale.given', { permissions: ctx.texts.list(given) })}</li>` : nothing}
        ${taken.length ? html`<li>${t('roles.stale.taken', { permissions: ctx.texts.list(taken) })}</li>` : nothing}
        ${given.length || taken.length || now.name !== before.name ? nothing : html`<li>${t('roles.stale.other')}</li>`}
      </ul>
      <p>${t('roles.stale.text')}</p>`,
    html`${link(t('roles.stale.save'), ways.onAgain)} ${link(t('roles.stale.look'), ways.onDismiss)}`,
  );
}

function plain(ctx: Context, { role, error }: Refusal, ways: Ways): TemplateResult {
  const { t } = ctx;
  const missing = error instanceof ProblemError ? error.missing : [];
  return html`<div class="roster-refusal">
    <p class="roster-refusal-role">${t('roles.refused', { role: role.name })}</p>
    ${problem(ctx, error)}
    ${missing.length ? html`<p class="roster-faint">${missing.join(', ')}</p>` : nothing}
    ${link(t('close'), ways.onDismiss)}
  </div>`;
}

const link = (label: string, click: () => void): TemplateResult =>
  html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${click}>${label}</button>`;
