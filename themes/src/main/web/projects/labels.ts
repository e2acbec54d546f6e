import { html, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Project } from '../frame/types.ts';

/** Who gets in, at a glance. */
export function accessLabel({ t }: Context, { open, archived }: Project): TemplateResult {
  const [text, colour] = archived ? ['archived', ''] : open ? ['open', 'pf-m-green'] : ['closed', 'pf-m-blue'];
  return html`<span class="pf-v5-c-label pf-m-compact ${colour}">
    <span class="pf-v5-c-label__content"><span class="pf-v5-c-label__text">${t(`projects.${text}`)}</span></span>
  </span>`;
}
