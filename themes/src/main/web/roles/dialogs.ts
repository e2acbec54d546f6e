import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import type { Context } from '../frame/page.ts';
import type { Role, Users } from '../frame/types.ts';
import { formDialog } from '../parts/dialog.ts';
import { selectField, textArea, textField } from '../parts/fields.ts';
import { aboutFields, alert, problem } from '../parts/problem.ts';
import { lastAdmin } from './refusals.ts';

/** A dialog that is open, and what is in its fields. */
export type Open =
  | { kind: 'create'; name: string; description: string; from: string; error?: unknown }
  | { kind: 'rename'; role: Role; name: string; description: string; error?: unknown }
  | { kind: 'delete'; role: Role; replacement: string; users?: Users[]; names: string[]; error?: unknown }
  | { kind: 'used'; role: Role; users: Users[]; names: string[]; error?: unknown };

export interface DialogHost {
  ctx: Context;
  roles: Role[];
  busy: boolean;
  change(open: Open | undefined): void;
  send(open: Open, force?: boolean): void;
}

const NAME = 64;
const DESCRIPTION = 500;

export function roleDialog(host: DialogHost, open: Open): TemplateResult {
  switch (open.kind) {
    case 'create':
      return create(host, open);
    case 'rename':
      return rename(host, open);
    case 'delete':
      return remove(host, open);
    default:
      return used(host, open);
  }
}

/** What the server says of a field; that a name is taken has a code of its own. */
function about(open: Open, field: string): string | undefined {
  if (!(open.error instanceof ProblemError)) return undefined;
  if (field === 'name' && open.error.code === 'duplicate') return open.error.message;
  return open.error.about(field);
}

function general({ ctx, send }: DialogHost, open: Open): unknown {
  const { error } = open;
  if (!error || aboutFields(error, 'name', 'description', 'from', 'replacement')) return nothing;
  if (error instanceof ProblemError && error.code === 'duplicate') return nothing;
  return html`${problem(ctx, error)}${lastAdmin(ctx, error, () => send(open, true))}`;
}

function create(host: DialogHost, open: Extract<Open, { kind: 'create' }>): TemplateResult {
  const { t } = host.ctx;
  return formDialog(host.ctx, {
    title: t('roles.create.title'),
    action: t('roles.create.action'),
    busy: host.busy,
    disabled: !open.name.trim(),
    onClose: () => host.change(undefined),
    onSubmit: () => host.send(open),
    body: html`
      ${general(host, open)} ${nameField(host, open)} ${descriptionField(host, open)}
      ${selectField({
        id: 'role-from',
        label: t('roles.from'),
        help: t('roles.from.text'),
        wrong: about(open, 'from'),
        value: open.from,
        options: host.roles.map((role) => ({ value: role.key, label: role.name })),
        onSelect: (from) => host.change({ ...open, from }),
      })}
    `,
  });
}

function rename(host: DialogHost, open: Extract<Open, { kind: 'rename' }>): TemplateResult {
  const { t } = host.ctx;
  return formDialog(host.ctx, {
    title: t('roles.rename.title', { role: open.role.name }),
    action: t('save'),
    busy: host.busy,
    disabled: !open.name.trim() || (open.name === open.role.name && open.description === open.role.description),
    onClose: () => host.change(undefined),
    onSubmit: () => host.send(open),
    body: html`${general(host, open)} ${nameField(host, open)} ${descriptionField(host, open)}`,
  });
}

const nameField = (host: DialogHost, open: Extract<Open, { name: string }>) =>
  textField({
    id: 'role-name',
    label: host.ctx.t('roles.name'),
    required: true,
    max: NAME,
    value: open.name,
    wrong: about(open, 'name'),
    onInput: (name) => host.change({ ...open, name }),
  });

const descriptionField = (host: DialogHost, open: Extract<Open, { name: string }>) =>
  textArea({
    id: 'role-description',
    label: host.ctx.t('roles.description'),
    max: DESCRIPTION,
    value: open.description,
    wrong: about(open, 'description'),
    onInput: (description) => host.change({ ...open, description }),
  });

/** At first a question; once the server said that the role is in use, who has it and what they shall have instead. */
function remove(host: DialogHost, open: Extract<Open, { kind: 'delete' }>): TemplateResult {
  const { t } = host.ctx;
  const others = host.roles.filter((role) => role.key !== open.role.key && !role.hidden);
  return formDialog(host.ctx, {
    title: t('roles.delete.title', { role: open.role.name }),
    action: open.users ? t('roles.delete.replace') : t('roles.delete'),
    danger: true,
    busy: host.busy,
    disabled: !!open.users && !open.replacement,
    onClose: () => host.change(undefined),
    onSubmit: () => host.send(open),
    body: open.users
      ? html`${general(host, open)} ${usedBy(host.ctx, open.users, open.names)}
        ${selectField({
          id: 'role-replacement',
          label: t('roles.replacement'),
          help: t('roles.replacement.text'),
          wrong: about(open, 'replacement'),
          value: open.replacement,
          options: [{ value: '', label: t('roles.replacement.choose') }, ...others.map((role) => ({ value: role.key, label: role.name }))],
          onSelect: (replacement) => host.change({ ...open, replacement }),
        })}`
      : html`${general(host, open)}
          <p>${t('roles.delete.text')}</p>`,
  });
}

function used(host: DialogHost, open: Extract<Open, { kind: 'used' }>): TemplateResult {
  const { t } = host.ctx;
  return formDialog(host.ctx, {
    title: t('roles.used.title', { role: open.role.name }),
    action: t('close'),
    onClose: () => host.change(undefined),
    onSubmit: () => host.change(undefined),
    body: html`${usedBy(host.ctx, open.users, open.names)}
      <p>${t('roles.used.text')}</p>`,
  });
}

function usedBy(ctx: Context, users: Users[], names: string[]): TemplateResult {
  const said = html`<ul class="roster-plain">
    ${users.map((user) => html`<li>${ctx.t(`roles.users.${user.kind}`, { count: user.count })}</li>`)}
  </ul>`;
  const teammates = users.find((user) => user.kind === 'teammates')?.count ?? 0;
  return alert(
    'warning',
    ctx.t('roles.used'),
    html`${said}${names.length
      ? html`<p>
          ${names.join(', ')}${teammates > names.length
            ? ctx.t('roles.users.more', { count: teammates - names.length })
            : nothing}
        </p>`
      : nothing}`,
  );
}
