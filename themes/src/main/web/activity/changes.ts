import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { AuditEntry } from '../frame/types.ts';
import type { Names } from './names.ts';

/** Whose sentence says all that the states do. */
const TOLD = ['workspace.orphaned', 'workspace.rescued'];

interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

/** What differs between before and after, field by field. */
function changed({ before, after }: AuditEntry): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** A table of what differs, in words; nothing where the entry keeps no state. */
export function changes(ctx: Context, names: Names, entry: AuditEntry): TemplateResult | typeof nothing {
  const rows = changed(entry);
  if (!rows.length || TOLD.includes(entry.action)) return nothing;
  const { t } = ctx;
  return html`<table class="pf-v5-c-table pf-m-compact roster-changes" aria-label=${t('activity.details')}>
    <thead class="pf-v5-c-table__thead">
      <tr class="pf-v5-c-table__tr">
        ${['field', 'before', 'after'].map((name) => html`<th class="pf-v5-c-table__th" scope="col">${t(`activity.${name}`)}</th>`)}
      </tr>
    </thead>
    <tbody class="pf-v5-c-table__tbody">
      ${rows.map(
        ({ field, before, after }) => html`<tr class="pf-v5-c-table__tr">
          <th class="pf-v5-c-table__th" scope="row">${label(ctx, field)}</th>
          <td class="pf-v5-c-table__td">${side(ctx, names, entry, field, before, after, '−')}</td>
          <td class="pf-v5-c-table__td">${side(ctx, names, entry, field, after, before, '+')}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function label(ctx: Context, field: string): string {
  const key = `activity.f.${field}`;
  const text = ctx.t(key);
  return text === key ? field : text;
}

/** Of two lists only what the other doesn't have is told one by one: roles have dozens of permissions. */
function side(
  ctx: Context,
  names: Names,
  entry: AuditEntry,
  field: string,
  mine: unknown,
  other: unknown,
  sign: string,
): unknown {
  if (!Array.isArray(mine)) return value(ctx, names, entry, field, mine);
  const others = Array.isArray(other) ? other : [];
  const alone = mine.filter((item) => !others.includes(item));
  const same = mine.length - alone.length;
  return html`<ul class="roster-plain">
    ${alone.map((item) => html`<li><span aria-hidden="true">${sign}</span> ${value(ctx, names, entry, field, item)}</li>`)}
    ${same ? html`<li class="roster-faint">${ctx.t('activity.v.same', { count: same })}</li>` : nothing}
  </ul>`;
}

function value(ctx: Context, names: Names, entry: AuditEntry, field: string, it: unknown): unknown {
  const { t } = ctx;
  if (it === undefined || it === null || it === '') {
    return html`<span class="roster-faint">${t(entry.action === 'settings.changed' ? 'activity.v.inherited' : 'activity.v.none')}</span>`;
  }
  if (typeof it === 'boolean') return t(`activity.v.${it}`);
  if (typeof it === 'number') return ctx.texts.number(it);
  if (typeof it !== 'string') return 'omitted' in (it as object) ? t('activity.v.omitted') : JSON.stringify(it);
  switch (field) {
    case 'until':
      return html`<time datetime=${it} title=${it}>${ctx.texts.time(it)}</time>`;
    case 'role':
    case 'next':
    case 'defaultRole':
      return names.role(it);
    case 'permission':
    case 'permissions':
      return names.permission(it);
    case 'project':
      return names.project(it);
    case 'team':
      return names.team(it);
    case 'teammate':
      return names.person(it);
    case 'effect':
    case 'status':
      return t(`activity.v.${it}`);
    default:
      return it;
  }
}
