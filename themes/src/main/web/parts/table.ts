import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Context } from '../frame/page.ts';
import type { PagedList } from './list.ts';
import { problem } from './problem.ts';
import { waiting } from './waiting.ts';

export interface Column<T> {
  label: string;
  cell(row: T): unknown;
  /** With it the column can be sorted: the value of `sort` for rising order. */
  sort?: string;
  /** Hidden where the window is narrow. */
  minor?: boolean;
  /** `numeric`, `actions` */
  kind?: string;
}

export interface TableOptions<T> {
  /** What the table is, for screen readers. */
  label: string;
  /** Rows are drawn anew where they or these are others: keep the same ones for a list of thousands. */
  columns: Column<T>[];
  list: PagedList<T>;
  key(row: T): string;
  /** What to show where there is nothing. */
  empty: TemplateResult;
  selected?: string;
  onRow?(row: T): void;
  sort?: string;
  onSort?(sort: string): void;
}

/** A dense table over a list that the server pages. */
export function table<T>(ctx: Context, options: TableOptions<T>): TemplateResult {
  const { list } = options;
  if (!list.loaded) return html`${list.error ? problem(ctx, list.error, list.retry) : waiting(ctx)}`;
  if (!list.items.length && !list.error) return options.empty;
  return html`
    ${list.error ? problem(ctx, list.error, list.retry) : nothing}
    <div class="roster-table-wrap">
      <table class="pf-v5-c-table pf-m-compact roster-table" aria-label=${options.label} aria-busy=${list.loading}>
        <thead class="pf-v5-c-table__thead">
          <tr class="pf-v5-c-table__tr">${options.columns.map((column) => heading(options, column))}</tr>
        </thead>
        <tbody class="pf-v5-c-table__tbody">
          ${repeat(list.items, options.key, (item) =>
            guard([item, options.selected === options.key(item), options.columns], () => row(options, item)),
          )}
        </tbody>
      </table>
    </div>
    ${more(ctx, list)}
  `;
}

const cellClass = <T>(column: Column<T>) =>
  `${column.minor ? 'roster-minor' : ''} ${column.kind ? `roster-${column.kind}` : ''}`;

function heading<T>(options: TableOptions<T>, column: Column<T>): TemplateResult {
  const { sort } = column;
  const sortable = sort && options.onSort;
  const direction = sort && options.sort === sort ? 'ascending' : sort && options.sort === `-${sort}` ? 'descending' : 'none';
  return html`<th class="pf-v5-c-table__th ${cellClass(column)}" scope="col" aria-sort=${sortable ? direction : nothing}>
    ${sortable
      ? html`<button
          type="button"
          class="roster-sort"
          @click=${() => options.onSort?.(direction === 'ascending' ? `-${sort}` : sort)}
        >
          ${column.label}<span aria-hidden="true" class="roster-sort-mark"
            >${direction === 'ascending' ? '↑' : direction === 'descending' ? '↓' : '↕'}</span
          >
        </button>`
      : column.label}
  </th>`;
}

function row<T>(options: TableOptions<T>, item: T): TemplateResult {
  const { onRow } = options;
  const open = (e: MouseEvent) => {
    // A link or button in the row means itself; the row is only the larger target for the pointer.
    if (!(e.target as Element).closest('a, button, input, select, label')) onRow?.(item);
  };
  const selected = options.selected !== undefined && options.selected === options.key(item);
  return html`<tr
    class="pf-v5-c-table__tr ${onRow ? 'pf-m-clickable roster-clickable' : ''} ${selected ? 'pf-m-selected roster-selected' : ''}"
    aria-current=${selected ? 'true' : nothing}
    @click=${onRow ? open : nothing}
  >
    ${options.columns.map(
      (column) =>
        html`<td class="pf-v5-c-table__td ${cellClass(column)}" data-label=${column.label}>${column.cell(item)}</td>`,
    )}
  </tr>`;
}

/** Asks for the next page, where there is one; says how many are there until then. */
export function more<T>(ctx: Context, list: PagedList<T>): TemplateResult {
  return html`<div class="roster-more">
    <span role="status">${ctx.t(list.next ? 'list.some' : 'list.all', { count: list.items.length })}</span>
    ${list.next
      ? html`<button
          type="button"
          class="pf-v5-c-button pf-m-link pf-m-inline"
          ?disabled=${list.loading}
          @click=${() => list.more()}
        >
          ${ctx.t('list.more')}
        </button>`
      : nothing}
  </div>`;
}
