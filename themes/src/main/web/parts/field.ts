import { html, nothing, type TemplateResult } from 'lit';
import { fieldMessage } from './problem.ts';

export interface Field {
  id: string;
  label: string;
  value: string;
  /** What is wrong with it, shown below. */
  error?: string;
  hint?: string;
  required?: boolean;
  maxlength?: number;
  onInput(value: string): void;
}

function around(field: Field, control: TemplateResult): TemplateResult {
  return html`<div class="pf-v5-c-form__group">
    <div class="pf-v5-c-form__group-label">
      <label class="pf-v5-c-form__label" for=${field.id}>
        <span class="pf-v5-c-form__label-text">${field.label}</span>
        ${field.required ? html`<span class="pf-v5-c-form__label-required" aria-hidden="true">*</span>` : nothing}
      </label>
    </div>
    <div class="pf-v5-c-form__group-control">
      ${control}
      ${field.error
        ? fieldMessage(field.error, `${field.id}-help`)
        : field.hint
          ? html`<div class="pf-v5-c-form__helper-text" id="${field.id}-help">
              <div class="pf-v5-c-helper-text"><div class="pf-v5-c-helper-text__item">${field.hint}</div></div>
            </div>`
          : nothing}
    </div>
  </div>`;
}

const described = (field: Field) => (field.error || field.hint ? `${field.id}-help` : nothing);

/** A line of text with its label, and what is wrong with it. */
export const textField = (field: Field): TemplateResult =>
  around(
    field,
    html`<span class="pf-v5-c-form-control ${field.error ? 'pf-m-error' : ''} ${field.required ? 'pf-m-required' : ''}">
      <input
        type="text"
        id=${field.id}
        autocomplete="off"
        maxlength=${field.maxlength ?? nothing}
        ?required=${field.required}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${described(field)}
        .value=${field.value}
        @input=${(e: InputEvent) => field.onInput((e.target as HTMLInputElement).value)}
      />
    </span>`,
  );

export const textArea = (field: Field): TemplateResult =>
  around(
    field,
    html`<span class="pf-v5-c-form-control pf-m-resize-vertical ${field.error ? 'pf-m-error' : ''}">
      <textarea
        id=${field.id}
        rows="3"
        maxlength=${field.maxlength ?? nothing}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${described(field)}
        .value=${field.value}
        @input=${(e: InputEvent) => field.onInput((e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </span>`,
  );

export const selectField = (field: Field & { options: { value: string; label: string }[] }): TemplateResult =>
  around(
    field,
    html`<span class="pf-v5-c-form-control ${field.error ? 'pf-m-error' : ''}">
      <select
        id=${field.id}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${described(field)}
        @change=${(e: Event) => field.onInput((e.target as HTMLSelectElement).value)}
      >
        ${field.options.map(
          (option) => html`<option value=${option.value} ?selected=${option.value === field.value}>${option.label}</option>`,
        )}
      </select>
    </span>`,
  );
