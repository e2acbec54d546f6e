import { LitElement, type PropertyDeclarations } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Teammate } from '../frame/types.ts';
import { Attempt } from '../parts/attempt.ts';

/**
 * One part of what belongs to a teammate. It tells `roster-mate` when they changed: with the teammate as they are now
 * as `detail`, or without where that has to be read.
 */
export abstract class MateSection extends LitElement {
  static properties: PropertyDeclarations = { ctx: { attribute: false }, mate: { attribute: false } };

  declare ctx: Context;
  declare mate: Teammate;
  protected readonly attempt = new Attempt(this, () => this.ctx);

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  /** Whether to offer changes. */
  protected get manages(): boolean {
    return this.ctx.can('teammates.manage');
  }

  /** Whether something was typed that isn't saved. */
  get dirty(): boolean {
    return false;
  }

  protected get t(): Context['t'] {
    return this.ctx.t;
  }

  protected get name(): string {
    return nameOf(this.ctx, this.mate);
  }

  protected path(rest = ''): string {
    return `teammates/${encodeURIComponent(this.mate.id)}${rest}`;
  }

  protected changed(mate?: Teammate): void {
    this.dispatchEvent(new CustomEvent('roster-mate', { detail: mate, bubbles: true }));
  }

  /** Reads what is there now; what was typed stays. */
  protected again = (): void => {
    this.attempt.clear();
    this.changed();
  };
}

export const nameOf = (ctx: Context, mate: { name: string | null; username: string | null }): string =>
  mate.name || mate.username || ctx.t('part.unnamed');
