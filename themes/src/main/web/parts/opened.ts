import type { ReactiveController } from 'lit';
import type { RosterPage } from '../frame/page.ts';
import type { PagedList } from './list.ts';

/**
 * The item of a list that is open in the panel beside it, which the address names. What the list has is shown at once and
 * read anew, because its version may be an old one. Where the panel is closed, the link that opened it gets the focus, or
 * the heading where the item is gone.
 */
export class Opened<T> implements ReactiveController {
  item: T | undefined;
  /** Why the item of the address isn't shown. */
  failed: unknown;
  private shown: string | undefined;
  private left: string | undefined;
  private turn = 0;

  /** `path` is the list's, and `keyOf` what the address and the attribute `data-item` of the link have of an item. */
  constructor(
    private readonly page: RosterPage,
    private readonly list: PagedList<T>,
    private readonly path: string,
    private readonly keyOf: (item: T) => string,
  ) {
    page.addController(this);
  }

  get key(): string | undefined {
    return this.page.path[0];
  }

  hostUpdate(): void {
    if (this.key === this.shown) return;
    this.left = this.key ? undefined : this.shown;
    this.shown = this.key;
    if (!this.item || this.keyOf(this.item) !== this.key) this.choose();
  }

  hostUpdated(): void {
    if (!this.left) return;
    const link = this.page.querySelector<HTMLElement>(`[data-item="${CSS.escape(this.left)}"]`);
    (link ?? this.page.closest('roster-place')?.querySelector<HTMLElement>('h1'))?.focus();
    this.left = undefined;
  }

  /** Once more after a failure. */
  retry = (): void => {
    if (this.key) void this.read(this.key);
  };

  /** What is shown stays where it can't be read: something may be typed into it. */
  async read(key: string): Promise<void> {
    if (key !== this.key) return;
    const turn = ++this.turn;
    this.failed = undefined;
    this.page.requestUpdate();
    try {
      const item = await this.page.ctx.workspace.get<T>(`${this.path}/${encodeURIComponent(key)}`);
      if (turn === this.turn) this.replace(item);
    } catch (e) {
      if (turn === this.turn) this.failed = e;
      this.page.requestUpdate();
    }
  }

  /** It is newer than whatever is still being read of it. */
  replace(item: T): void {
    const key = this.keyOf(item);
    if (key === this.key) {
      this.turn++;
      this.item = item;
    }
    this.list.replace(item, (other) => this.keyOf(other) === key);
  }

  private choose(): void {
    this.turn++;
    this.failed = undefined;
    this.item = this.list.items.find((item) => this.keyOf(item) === this.key);
    if (this.key) void this.read(this.key);
  }
}
