import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Catalogue, Permission, Role } from '../frame/types.ts';
import { menu, type MenuItem } from '../parts/menu.ts';
import type { Draft } from './draft.ts';
import { groups, type Group, origin, type Rights } from './rights.ts';

/** A row that the keyboard stops at: one of the names of the roles, a group, or a permission. */
type Row = { group: Group; permission?: Permission };

/**
 * Roles across, permissions down. One stop of the Tab key: arrows move, Space toggles, as in a spreadsheet.
 * It tells `roster-draft` when somebody changed the draft.
 */
export class RosterMatrix extends LitElement {
  static properties = {
    ctx: { attribute: false },
    catalogue: { attribute: false },
    roles: { attribute: false },
    draft: { attribute: false },
    rights: { attribute: false },
    revision: { attribute: false },
    search: {},
    actions: { attribute: false },
    at: { state: true },
  };

  declare ctx: Context;
  declare catalogue: Catalogue;
  declare roles: Role[];
  declare draft: Draft;
  declare rights: Rights;
  /** Rises when the draft, which is the same object, has changed. */
  declare revision: number;
  declare search: string;
  declare actions: (role: Role) => MenuItem[];
  /** Where the keyboard is: row 0 has the roles' names. */
  declare private at: { row: number; column: number };

  constructor() {
    super();
    this.search = '';
    this.at = { row: 1, column: 0 };
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected willUpdate(): void {
    const { row, column } = this.at;
    const last = this.rows.length;
    // Fewer rows or roles than before: the keyboard goes to what is left.
    if (row > last || column >= this.roles.length) {
      this.at = { row: Math.min(row, last), column: Math.max(0, Math.min(column, this.roles.length - 1)) };
    }
  }

  private get groups(): Group[] {
    return groups(this.catalogue, this.search);
  }

  private get rows(): Row[] {
    return this.groups.flatMap((group) => [{ group }, ...group.permissions.map((permission) => ({ group, permission }))]);
  }

  protected render(): TemplateResult {
    const { ctx } = this;
    let row = 0;
    return html`<div class="roster-matrix-wrap">
      <table
        class="roster-matrix"
        role="grid"
        aria-label=${ctx.t('roles.matrix')}
        aria-readonly=${this.rights.edits ? 'false' : 'true'}
        @keydown=${this.keys}
        @focusin=${this.focused}
      >
        <thead>
          <tr>
            <th scope="col" class="roster-matrix-corner">${ctx.t('roles.permission')}</th>
            ${this.roles.map((role, column) => this.heading(role, column))}
          </tr>
        </thead>
        ${this.groups.map((group) => {
          const first = ++row;
          const rows = group.permissions.map((permission) => this.row(permission, ++row));
          return html`<tbody>
            ${this.groupRow(group, first)}${rows}
          </tbody>`;
        })}
      </table>
    </div>`;
  }

  private heading(role: Role, column: number): TemplateResult {
    const { t } = this.ctx;
    const items = this.actions(role);
    return html`<th scope="col" class="roster-matrix-role ${role.hidden ? 'roster-faint' : ''}" title=${role.description}>
      <div class="roster-matrix-name">
        <span>${role.name}</span>
        ${items.length ? html`<span data-at="0-${column}">${menu(t('roles.actions', { role: role.name }), items, this.at.row === 0 && this.at.column === column)}</span>` : nothing}
      </div>
      <div class="roster-matrix-kind">
        ${t(`roles.kind.${role.kind}`)}${role.edited ? html` · ${t('roles.edited')}` : nothing}${role.hidden
          ? html` · ${t('roles.hidden')}`
          : nothing}
        ${this.draft.touched(role)
          ? html`<span class="roster-unsaved" role="img" aria-label=${t('roles.unsaved')} title=${t('roles.unsaved')}>●</span>`
          : nothing}
      </div>
    </th>`;
  }

  private groupRow(group: Group, row: number): TemplateResult {
    const { t } = this.ctx;
    const name = t(`roles.space.${group.space}`);
    return html`<tr class="roster-matrix-group">
      <th scope="rowgroup">${name}</th>
      ${this.roles.map((role, column) => {
        const on = group.permissions.filter((permission) => this.draft.has(role, permission.key)).length;
        const all = group.permissions.length;
        const free = group.permissions.some((permission) => this.rights.mayToggle(role, permission));
        const state = on === 0 ? 'false' : on === all ? 'true' : 'mixed';
        const label = t('roles.cell.group', { group: name, role: role.name, on, all });
        return this.cell(row, column, state, free, label, '', html`<span class="roster-count">${on}/${all}</span>`);
      })}
    </tr>`;
  }

  private row(permission: Permission, row: number): TemplateResult {
    return html`<tr>
      <th scope="row" class="roster-matrix-permission">
        <span title=${permission.key}>${permission.label}</span> ${this.marks(permission)}
      </th>
      ${this.roles.map((role, column) => {
        const on = this.draft.has(role, permission.key);
        const { label, marks } = this.told(role, permission, on);
        return this.cell(row, column, String(on), this.rights.mayToggle(role, permission), label, marks);
      })}
    </tr>`;
  }

  private marks(permission: Permission): unknown {
    const { t } = this.ctx;
    return html`
      ${permission.risk === 'high'
        ? html`<span class="roster-tag roster-risk" title=${t('roles.risk.text')}>${t('roles.risk')}</span>`
        : nothing}
      ${this.rights.unlocks(permission.entitlement)
        ? nothing
        : html`<span class="roster-tag roster-lock" title=${t('roles.locked.text')}>${t('roles.locked')}</span>`}
      ${permission.deprecated
        ? html`<span class="roster-tag" title=${t('roles.deprecated.text')}>${t('roles.deprecated')}</span>`
        : nothing}
    `;
  }

  /** The name of a cell, with what its marks mean. */
  private told(role: Role, permission: Permission, on: boolean): { label: string; marks: string } {
    const { t } = this.ctx;
    const from = origin(role, this.roles, this.catalogue);
    const differs = !!from && from.permissions.includes(permission.key) !== on;
    const touched = this.draft.touched(role, permission.key);
    const parts = [t('roles.cell', { permission: permission.label, role: role.name })];
    if (differs) parts.push(t(on ? 'roles.cell.added' : 'roles.cell.removed', { from: from.name }));
    if (touched) parts.push(t('roles.cell.touched'));
    if (permission.risk === 'high') parts.push(t('roles.risk'));
    if (!this.rights.unlocks(permission.entitlement)) parts.push(t('roles.locked'));
    const marks = `${differs ? 'roster-differs' : ''} ${touched ? 'roster-touched' : ''} ${permission.risk === 'high' ? 'roster-high' : ''} ${this.rights.unlocks(permission.entitlement) ? '' : 'roster-masked'}`;
    return { label: parts.join(', '), marks };
  }

  private cell(
    row: number,
    column: number,
    state: string,
    free: boolean,
    label: string,
    marks: string,
    besides: unknown = nothing,
  ): TemplateResult {
    const here = this.at.row === row && this.at.column === column;
    return html`<td role="gridcell" class=${marks} @click=${free ? () => this.toggle(row, column) : nothing}>
      <span
        role="checkbox"
        class="roster-box"
        data-at="${row}-${column}"
        tabindex=${here ? 0 : -1}
        aria-checked=${state}
        aria-disabled=${free ? nothing : 'true'}
        aria-label=${label}
        title=${label}
      ></span
      >${besides}
    </td>`;
  }

  private toggle(row: number, column: number): void {
    const role = this.roles[column];
    const { group, permission } = this.rows[row - 1] ?? {};
    if (!role || !group) return;
    const free = (permission ? [permission] : group.permissions).filter((each) => this.rights.mayToggle(role, each));
    if (!free.length) return;
    const keys = free.map((each) => each.key);
    // A group that is partly on becomes all on first, as check boxes of groups do.
    this.draft.set(role, keys, !keys.every((key) => this.draft.has(role, key)));
    this.at = { row, column };
    this.dispatchEvent(new CustomEvent('roster-draft', { bubbles: true }));
  }

  private keys(e: KeyboardEvent): void {
    const from = (e.target as Element).closest<HTMLElement>('[data-at]');
    if (!from || e.defaultPrevented) return;
    if (e.key === ' ' && from.getAttribute('role') === 'checkbox') {
      e.preventDefault();
      this.toggle(this.at.row, this.at.column);
      return;
    }
    const to = target(e, this.at, this.rows.length, this.roles.length - 1);
    if (!to) return;
    e.preventDefault();
    void this.move(to);
  }

  private async move(to: { row: number; column: number }): Promise<void> {
    const at = { row: Math.max(this.hasMenus ? 0 : 1, to.row), column: to.column };
    this.at = at;
    await this.updateComplete;
    const place = this.querySelector<HTMLElement>(`[data-at="${at.row}-${at.column}"]`);
    (place?.querySelector('button') ?? place)?.focus({ preventScroll: true });
    this.reveal(place);
  }

  private get hasMenus(): boolean {
    return !!this.querySelector('[data-at^="0-"]');
  }

  /** The browser would leave a cell below the sticky names. */
  private reveal(place: HTMLElement | null): void {
    const cell = place?.closest('td, th');
    const wrap = this.querySelector('.roster-matrix-wrap');
    const corner = this.querySelector('.roster-matrix-corner');
    if (!cell || !wrap || !corner || cell.tagName === 'TH') return;
    const box = cell.getBoundingClientRect();
    const edge = corner.getBoundingClientRect();
    const port = wrap.getBoundingClientRect();
    if (box.top < edge.bottom) wrap.scrollTop -= edge.bottom - box.top;
    else if (box.bottom > port.top + wrap.clientHeight) wrap.scrollTop += box.bottom - port.top - wrap.clientHeight;
    if (box.left < edge.right) wrap.scrollLeft -= edge.right - box.left;
    else if (box.right > port.left + wrap.clientWidth) wrap.scrollLeft += box.right - port.left - wrap.clientWidth;
  }

  private focused(e: FocusEvent): void {
    const place = (e.target as Element).closest<HTMLElement>('[data-at]')?.dataset.at;
    const [row, column] = (place ?? '').split('-').map(Number);
    if (row === undefined || column === undefined || Number.isNaN(column)) return;
    if (row !== this.at.row || column !== this.at.column) this.at = { row, column };
  }
}

function target(
  e: KeyboardEvent,
  { row, column }: { row: number; column: number },
  lastRow: number,
  lastColumn: number,
): { row: number; column: number } | undefined {
  const within = (value: number, last: number) => Math.max(0, Math.min(last, value));
  switch (e.key) {
    case 'ArrowRight':
      return { row, column: within(column + 1, lastColumn) };
    case 'ArrowLeft':
      return { row, column: within(column - 1, lastColumn) };
    case 'ArrowDown':
      return { row: within(row + 1, lastRow), column };
    case 'ArrowUp':
      return { row: within(row - 1, lastRow), column };
    case 'PageDown':
      return { row: within(row + 10, lastRow), column };
    case 'PageUp':
      return { row: within(row - 10, lastRow), column };
    case 'Home':
      return e.ctrlKey ? { row: 1, column: 0 } : { row, column: 0 };
    case 'End':
      return e.ctrlKey ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
    default:
      return undefined;
  }
}

customElements.define('roster-matrix', RosterMatrix);
