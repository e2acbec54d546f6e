import type { Context } from '../frame/page.ts';
import { confirm } from '../parts/dialog.ts';

/**
 * Keeps somebody from losing a draft by going elsewhere. The address has changed already when it is asked: it is put
 * back until they answer.
 */
export class Leaving {
  private asking = false;

  constructor(
    private readonly dirty: () => boolean,
    private readonly t: () => Context['t'],
  ) {
    addEventListener('beforeunload', (e) => {
      if (dirty()) e.preventDefault();
    });
  }

  /** Whether it may go on at once; else `stay` is called, and `go` if they say so. */
  allowed(stay: () => void, go: () => void): boolean {
    if (!this.dirty()) return true;
    stay();
    if (!this.asking) void this.ask(go);
    return false;
  }

  private async ask(go: () => void): Promise<void> {
    const t = this.t();
    this.asking = true;
    const leave = await confirm(
      { t },
      { title: t('frame.leave'), text: t('frame.leave.text'), action: t('frame.leave.action'), danger: true },
    );
    this.asking = false;
    if (leave) go();
  }
}
