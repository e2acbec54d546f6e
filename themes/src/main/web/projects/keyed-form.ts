import { html, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import { type Attempt, refusal } from '../parts/attempt.ts';
import { formDialog } from '../parts/dialog.ts';
import { textField } from '../parts/fields.ts';
import { LONGEST } from '../parts/name-form.ts';

/** Something with a name and a key for ever; the key follows the name until somebody types one. */
export interface Keyed {
  key: string;
  name: string;
  typed: boolean;
}

export const NOTHING: Keyed = { key: '', name: '', typed: false };

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

export interface KeyedForm {
  title: string;
  action: string;
  labels: { name: string; key: string; keyHelp: string };
  draft: Keyed;
  attempt: Attempt;
  /** Whether another part of the address is where the server finds the key wrong. */
  keyField?: string;
  edit(draft: Keyed): void;
  send(): void;
  close(): void;
}

export function keyedForm(ctx: Context, form: KeyedForm): TemplateResult {
  const { draft, attempt, labels } = form;
  const keyField = form.keyField ?? 'key';
  const wrong = draft.key !== '' && !KEY.test(draft.key);
  return formDialog(ctx, {
    title: form.title,
    action: form.action,
    busy: attempt.busy,
    disabled: !draft.name.trim() || !KEY.test(draft.key),
    onSubmit: form.send,
    onClose: form.close,
    body: html`
      ${textField({
        id: 'keyed-name',
        label: labels.name,
        value: draft.name,
        max: LONGEST,
        required: true,
        error: attempt.error,
        field: 'name',
        onInput: (name) => form.edit({ ...draft, name, key: draft.typed ? draft.key : keyOf(name) }),
      })}
      ${textField({
        id: 'keyed-key',
        label: labels.key,
        help: labels.keyHelp,
        wrong: wrong ? ctx.t('environment.key.wrong') : undefined,
        value: draft.key,
        max: 63,
        required: true,
        error: attempt.error,
        field: keyField,
        onInput: (key) => form.edit({ ...draft, key, typed: key !== '' }),
      })}
      ${refusal(ctx, attempt, undefined, ['name', keyField])}
    `,
  });
}

/** As much of a name as a key can have; empty for a script that has none of it. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
