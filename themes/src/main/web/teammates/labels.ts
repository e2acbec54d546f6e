import { html, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Teammate } from '../frame/types.ts';

export const statusLabel = ({ t }: Context, { status }: Teammate): TemplateResult =>
  html`<span class="pf-v5-c-label pf-m-compact ${status === 'active' ? 'pf-m-green' : 'pf-m-orange'}">
    <span class="pf-v5-c-label__content"><span class="pf-v5-c-label__text">${t(`mates.status.${status}`)}</span></span>
  </span>`;
