import { html, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import { type Attempt, refusal } from './attempt.ts';
import { formDialog } from './dialog.ts';
import { textField } from './fields.ts';

/** The longest name that the API takes. */
export const LONGEST = 64;

export interface NameForm {
  title: string;
  action: string;
  label: string;
  name: string;
  attempt: Attempt;
  again?(): void;
  edit(name: string): void;
  send(): void;
  close(): void;
}

/** Asks what something is called. */
export const nameForm = (ctx: Context, form: NameForm): TemplateResult =>
  formDialog(ctx, {
    title: form.title,
    action: form.action,
    busy: form.attempt.busy,
    disabled: !form.name.trim(),
    onSubmit: form.send,
    onClose: form.close,
    body: html`${textField({
      id: 'name',
      label: form.label,
      value: form.name,
      max: LONGEST,
      required: true,
      error: form.attempt.error,
      field: 'name',
      onInput: form.edit,
    })}
    ${refusal(ctx, form.attempt, form.again, ['name'])}`,
  });
