import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Page } from '../frame/types.ts';

/** A list that the server pages: the first page, and one more each time somebody asks. */
export class PagedList<T> implements ReactiveController {
  items: T[] = [];
  next: string | null = null;
  loading = false;
  /** Whether there was an answer at all: until then it isn't known to be empty. */
  loaded = false;
  error: unknown;
  private turn = 0;
  /** From where on it was last asked for. */
  private asked: string | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: (after: string | null) => Promise<Page<T>>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Starts over; what is shown stays until the answer is there, so that nothing jumps. */
  reload(): Promise<void> {
    return this.fetch(null);
  }

  async more(): Promise<void> {
    if (this.next && !this.loading) await this.fetch(this.next);
  }

  /** Asks once more for what didn't come. */
  retry = (): void => {
    void this.fetch(this.asked);
  };

  /** Puts a changed item in the place of the old one, without asking the server again. */
  replace(item: T, same: (other: T) => boolean): void {
    this.items = this.items.map((other) => (same(other) ? item : other));
    this.host.requestUpdate();
  }

  private async fetch(after: string | null): Promise<void> {
    const turn = ++this.turn;
    this.asked = after;
    this.loading = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      const page = await this.load(after);
      if (turn !== this.turn) return;
      this.items = after ? [...this.items, ...page.items] : page.items;
      this.next = page.next;
      this.loaded = true;
    } catch (e) {
      if (turn !== this.turn) return;
      this.error = e;
      // What is still shown may be another list's, and so its cursor.
      if (!after) this.next = null;
    }
    this.loading = false;
    this.host.requestUpdate();
  }
}

/** Where a short list has no rows: that there are none, or that they are on their way, so that what is below stays. */
export function none(
  { t }: Pick<Context, 't'>,
  { items, loaded, error }: PagedList<unknown>,
  text: string,
): TemplateResult | typeof nothing {
  return items.length || error ? nothing : html`<p class="roster-small">${t(loaded ? text : 'waiting')}</p>`;
}
