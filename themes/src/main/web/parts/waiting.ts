import { html, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';

/** Stands where an answer will be; the style shows it only after a moment, so that quick answers don't flicker. */
export const waiting = (ctx: Pick<Context, 't'>): TemplateResult => html`
  <div class="roster-waiting" role="status">
    <svg class="pf-v5-c-spinner pf-m-lg" role="progressbar" viewBox="0 0 100 100" aria-label=${ctx.t('waiting')}>
      <circle class="pf-v5-c-spinner__path" cx="50" cy="50" r="45" fill="none" />
    </svg>
  </div>
`;
