import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError, SessionEnded } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';

type Kind = 'danger' | 'warning' | 'info' | 'success';

/** A message in the page, announced when it appears. */
export function alert(kind: Kind, title: unknown, body: unknown = nothing, actions: unknown = nothing): TemplateResult {
  return html`<div class="pf-v5-c-alert pf-m-inline pf-m-${kind} roster-alert" role=${kind === 'danger' ? 'alert' : 'status'}>
    <div class="pf-v5-c-alert__icon"><span class="roster-mark" aria-hidden="true">${kind === 'success' ? '✓' : kind === 'info' ? 'i' : '!'}</span></div>
    <p class="pf-v5-c-alert__title">${title}</p>
    ${body === nothing ? nothing : html`<div class="pf-v5-c-alert__description">${body}</div>`}
    ${actions === nothing ? nothing : html`<div class="pf-v5-c-alert__action-group">${actions}</div>`}
  </div>`;
}

/** What went wrong, in the reader's language where the code is known, with the server's own words below. */
export function problem(ctx: Pick<Context, 't'>, error: unknown, again?: () => void): TemplateResult {
  const retry = again
    ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${again}>${ctx.t('again')}</button>`
    : nothing;
  if (error instanceof SessionEnded) return alert('warning', ctx.t('problem.session'), ctx.t('problem.session.text'), retry);
  if (!(error instanceof ProblemError)) {
    console.error(error);
    return alert('danger', ctx.t('problem.unknown'), String(error), retry);
  }
  return alert('danger', title(ctx, error), details(ctx, error), retry);
}

function title(ctx: Pick<Context, 't'>, error: ProblemError): string {
  const key = `problem.${error.code || error.status}`;
  const text = ctx.t(key);
  return text === key ? error.problem.title || ctx.t('problem.unknown') : text;
}

function details(ctx: Pick<Context, 't'>, error: ProblemError): unknown {
  const { plan, contact } = error.problem;
  const said = error.problem.detail ?? nothing;
  return html`
    ${error.code === 'plan-required'
      ? html`<p>${ctx.t('problem.plan-required.text', { plan: plan ?? '' })}</p>
          ${contact ? html`<p>${contact}</p>` : nothing}`
      : html`<p lang="en">${said}</p>`}
    ${error.violations.length && !said
      ? html`<ul>${error.violations.map((violation) => html`<li>${violation.field}: ${violation.message}</li>`)}</ul>`
      : nothing}
  `;
}

/** What the server says about one field, to show below it; its `id` is for `aria-describedby`. */
export function fieldError(error: unknown, field: string, id: string): TemplateResult | typeof nothing {
  const message = error instanceof ProblemError ? error.about(field) : undefined;
  return message ? fieldMessage(message, id) : nothing;
}

export const fieldMessage = (message: string, id: string): TemplateResult =>
  html`<div class="pf-v5-c-form__helper-text" aria-live="polite">
    <div class="pf-v5-c-helper-text">
      <div class="pf-v5-c-helper-text__item pf-m-error" id=${id}>
        <span class="pf-v5-c-helper-text__item-text">${message}</span>
      </div>
    </div>
  </div>`;

/** Whether the problem is about fields that the form shows itself. */
export const aboutFields = (error: unknown, ...fields: string[]): boolean =>
  error instanceof ProblemError && fields.some((field) => error.about(field));
