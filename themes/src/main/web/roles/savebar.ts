import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Catalogue, Role } from '../frame/types.ts';
import type { Draft, RoleChanges } from './draft.ts';

export interface SaveBar {
  ctx: Context;
  draft: Draft;
  roles: Role[];
  catalogue: Catalogue;
  saving: boolean;
  /** Takes back one change. */
  onDrop(role: Role, permission: string): void;
  onUndo(): void;
  onRedo(): void;
  onDiscard(): void;
  onSave(): void;
}

/** What the draft changes, beside the button that saves it. It is always there, so that nothing moves. */
export function saveBar(bar: SaveBar): TemplateResult {
  const { t } = bar.ctx;
  const changes = bar.draft.changes(bar.roles, bar.catalogue.permissions.map((permission) => permission.key));
  const count = changes.reduce((sum, change) => sum + change.added.length + change.removed.length, 0);
  return html`<section class="roster-savebar" aria-label=${t('roles.changes')}>
    <div class="roster-savebar-text" role="status">
      ${count
        ? t('roles.changed', { count, roles: bar.ctx.texts.list(changes.map((change) => change.role.name)) })
        : html`<span class="roster-faint">${t('roles.unchanged')}</span>`}
    </div>
    <div class="roster-savebar-buttons">
      ${plain('↶', t('roles.undo'), !bar.draft.undoable || bar.saving, bar.onUndo)}
      ${plain('↷', t('roles.redo'), !bar.draft.redoable || bar.saving, bar.onRedo)}
      <button
        type="button"
        class="pf-v5-c-button pf-m-link"
        ?disabled=${!count || bar.saving}
        @click=${bar.onDiscard}
      >
        ${t('roles.discard')}
      </button>
      <button
        type="button"
        class="pf-v5-c-button pf-m-primary"
        ?disabled=${!count || bar.saving}
        aria-busy=${bar.saving}
        @click=${bar.onSave}
      >
        ${t('save')}
      </button>
    </div>
    ${count ? html`<ul class="roster-wishes">${changes.map((change) => changeOf(bar, change))}</ul>` : nothing}
  </section>`;
}

function plain(sign: string, label: string, off: boolean, click: () => void): TemplateResult {
  return html`<button
    type="button"
    class="pf-v5-c-button pf-m-plain"
    aria-label=${label}
    title=${label}
    ?disabled=${off}
    @click=${click}
  >
    <span aria-hidden="true">${sign}</span>
  </button>`;
}

function changeOf(bar: SaveBar, change: RoleChanges): TemplateResult {
  return html`<li>
    <strong>${change.role.name}</strong>
    ${change.added.map((key) => chip(bar, change.role, key, true))}
    ${change.removed.map((key) => chip(bar, change.role, key, false))}
  </li>`;
}

function chip(bar: SaveBar, role: Role, key: string, on: boolean): TemplateResult {
  const { t } = bar.ctx;
  const permission = bar.catalogue.permissions.find((each) => each.key === key);
  const label = permission?.label ?? key;
  const high = on && permission?.risk === 'high';
  return html`<span class="roster-chip ${on ? 'roster-plus' : 'roster-minus'}">
    <span aria-hidden="true">${on ? '+' : '−'}</span>
    <span class="pf-v5-u-screen-reader">${t(on ? 'roles.given' : 'roles.taken')}</span>
    ${label}${high ? html` <span class="roster-tag roster-risk">${t('roles.risk')}</span>` : nothing}
    <button
      type="button"
      class="roster-chip-drop"
      ?disabled=${bar.saving}
      aria-label=${t('roles.drop', { permission: label, role: role.name })}
      title=${t('roles.drop', { permission: label, role: role.name })}
      @click=${() => bar.onDrop(role, key)}
    >
      <span aria-hidden="true">✕</span>
    </button>
  </span>`;
}
