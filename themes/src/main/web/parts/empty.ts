import { html, nothing, type TemplateResult } from 'lit';

/** Nothing is there: says so, and what to do about it. */
export const empty = (title: string, text: unknown = nothing, action: unknown = nothing): TemplateResult => html`
  <div class="pf-v5-c-empty-state roster-empty">
    <div class="pf-v5-c-empty-state__content">
      <div class="pf-v5-c-empty-state__header">
        <div class="pf-v5-c-empty-state__title">
          <h2 class="pf-v5-c-empty-state__title-text">${title}</h2>
        </div>
      </div>
      ${text === nothing ? nothing : html`<div class="pf-v5-c-empty-state__body">${text}</div>`}
      ${action === nothing ? nothing : html`<div class="pf-v5-c-empty-state__footer">${action}</div>`}
    </div>
  </div>
`;
