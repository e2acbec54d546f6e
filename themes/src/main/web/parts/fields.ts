import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Context } from '../frame/page.ts';
import { ProblemError } from '../frame/api.ts';
import { fieldMessage } from './problem.ts';

interface Field {
  id: string;
  label: string;
  help?: string;
  /** What the server said; what is about `field` of it is shown here. */
  error?: unknown;
  field?: string;
  /** What is wrong with it, where the answer says so in another way. */
  wrong?: string;
  required?: boolean;
  disabled?: boolean;
}

/** A label, a control, what helps to fill it in, and what is wrong with it. */
function group(field: Field, control: (described: unknown, invalid: boolean) => TemplateResult): TemplateResult {
  const said = field.error instanceof ProblemError && field.field ? field.error.about(field.field) : undefined;
  const wrong = field.wrong ?? said;
  const described = wrong ? `${field.id}-wrong` : field.help ? `${field.id}-help` : nothing;
  return html`<div class="pf-v5-c-form__group">
    <div class="pf-v5-c-form__group-label">
      <label class="pf-v5-c-form__label" for=${field.id}>
        <span class="pf-v5-c-form__label-text">${field.label}</span>
        ${field.required ? html`<span class="pf-v5-c-form__label-required" aria-hidden="true">*</span>` : nothing}
      </label>
    </div>
    <div class="pf-v5-c-form__group-control">
      ${control(described, !!wrong)}
      ${wrong
        ? fieldMessage(wrong, `${field.id}-wrong`)
        : field.help
          ? html`<div class="pf-v5-c-form__helper-text">
              <div class="pf-v5-c-helper-text">
                <div class="pf-v5-c-helper-text__item" id="${field.id}-help">
                  <span class="pf-v5-c-helper-text__item-text">${field.help}</span>
                </div>
              </div>
            </div>`
          : nothing}
    </div>
  </div>`;
}

const classes = (invalid: boolean, disabled?: boolean) =>
  `pf-v5-c-form-control ${invalid ? 'pf-m-error' : ''} ${disabled ? 'pf-m-disabled' : ''}`;

export function textField(field: Field & { value: string; max?: number; onInput(value: string): void }): TemplateResult {
  return group(
    field,
    (described, invalid) => html`<span class=${classes(invalid, field.disabled)}>
      <input
        id=${field.id}
        type="text"
        autocomplete="off"
        maxlength=${field.max ?? nothing}
        ?required=${field.required}
        ?disabled=${field.disabled}
        aria-describedby=${described}
        aria-invalid=${invalid ? 'true' : nothing}
        .value=${live(field.value)}
        @input=${(e: Event) => field.onInput((e.target as HTMLInputElement).value)}
      />
    </span>`,
  );
}

export function textArea(field: Field & { value: string; max?: number; onInput(value: string): void }): TemplateResult {
  return group(
    field,
    (described, invalid) => html`<span class="${classes(invalid, field.disabled)} pf-m-resize-vertical">
      <textarea
        id=${field.id}
        rows="3"
        maxlength=${field.max ?? nothing}
        ?disabled=${field.disabled}
        aria-describedby=${described}
        aria-invalid=${invalid ? 'true' : nothing}
        .value=${live(field.value)}
        @input=${(e: Event) => field.onInput((e.target as HTMLTextAreaElement).value)}
      ></textarea>
    </span>`,
  );
}

export interface Option {
  value: string;
  label: string;
  /** Choices of one group have to follow each other. */
  group?: string;
}

export function selectField(
  field: Field & { value: string; options: Option[]; onSelect(value: string): void },
): TemplateResult {
  return group(field, (described, invalid) => select({ ...field, described, invalid }));
}

/** A select alone; its name is `aria` where there is no label beside it. */
export function select(options: {
  id?: string;
  aria?: string;
  value: string;
  options: Option[];
  disabled?: boolean;
  described?: unknown;
  invalid?: boolean;
  onSelect(value: string): void;
}): TemplateResult {
  return html`<span class=${classes(options.invalid ?? false, options.disabled)}>
    <select
      id=${options.id ?? nothing}
      aria-label=${options.aria ?? nothing}
      aria-describedby=${options.described ?? nothing}
      aria-invalid=${options.invalid ? 'true' : nothing}
      ?disabled=${options.disabled}
      .value=${live(options.value)}
      @change=${(e: Event) => options.onSelect((e.target as HTMLSelectElement).value)}
    >
      ${groups(options.options).map(({ name, of }) => {
        const choices = of.map(
          ({ value, label }) => html`<option value=${value} .selected=${value === options.value}>${label}</option>`,
        );
        return name ? html`<optgroup label=${name}>${choices}</optgroup>` : choices;
      })}
    </select>
    <span class="pf-v5-c-form-control__utilities">
      <span class="pf-v5-c-form-control__toggle-icon" aria-hidden="true">
        <svg viewBox="0 0 320 512" width="1em" height="1em" fill="currentColor">
          <path d="M31 192h258c17 0 26 21 14 33L174 354c-8 8-20 8-28 0L17 225c-12-12-3-33 14-33z" />
        </svg>
      </span>
    </span>
  </span>`;
}

function groups(options: Option[]): { name: string | undefined; of: Option[] }[] {
  const found: { name: string | undefined; of: Option[] }[] = [];
  for (const option of options) {
    const last = found.at(-1);
    if (last && last.name === option.group) last.of.push(option);
    else found.push({ name: option.group, of: [option] });
  }
  return found;
}

/** An end in the reader's time zone; empty is no end. Seconds are cut: nobody types them. */
export function untilField(
  ctx: Context,
  field: Omit<Field, 'label'> & { label?: string; value: string | null; onInput(value: string | null): void },
): TemplateResult {
  const whole = { ...field, label: field.label ?? ctx.t('part.until'), help: field.help ?? ctx.t('part.until.help') };
  return group(
    whole,
    (described, invalid) => html`<span class=${classes(invalid, field.disabled)}>
      <input
        id=${field.id}
        type="datetime-local"
        aria-describedby=${described}
        aria-invalid=${invalid ? 'true' : nothing}
        ?disabled=${field.disabled}
        .value=${live(local(field.value))}
        @change=${(e: Event) => field.onInput(instant((e.target as HTMLInputElement).value))}
      />
    </span>`,
  );
}

/**
 * Whether each field of a form that is sent is typed to its end. A moment without its hour counts as empty for the
 * browser, and so would be no end at all.
 */
export function complete(e: Event): boolean {
  const fields = (e.currentTarget as HTMLFormElement).querySelectorAll('input');
  const half = [...fields].find(({ validity }) => validity.badInput);
  half?.reportValidity();
  return !half;
}

function local(iso: string | null): string {
  if (!iso) return '';
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const instant = (value: string): string | null => (value ? new Date(value).toISOString() : null);
