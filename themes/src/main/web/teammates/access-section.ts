import { html, nothing, type TemplateResult } from 'lit';
import type { Teammate } from '../frame/types.ts';
import { forced, refusal } from '../parts/attempt.ts';
import { confirm } from '../parts/dialog.ts';
import { MateSection } from './section.ts';

/** Suspends, reactivates and removes a teammate. Tells `roster-gone` when they are none any more. */
export class RosterMateAccess extends MateSection {
  protected render(): TemplateResult | typeof nothing {
    const { t, attempt } = this;
    if (!this.manages) return nothing;
    const self = this.ctx.self === this.mate.id && this.ctx.surface === 'people';
    return html`<section class="roster-section">
      <h3 class="pf-v5-c-title pf-m-md">${t('mate.access')}</h3>
      ${self ? html`<p class="roster-faint roster-small">${t('mate.self')}</p>` : ''}
      <div class="roster-buttons">
        ${self
          ? ''
          : this.mate.status === 'active'
            ? this.button('suspend', 'pf-m-secondary', () => this.ask('suspend', 'mate.suspended'))
            : this.button('reactivate', 'pf-m-secondary', () => this.ask('reactivate', 'mate.reactivated'))}
        ${this.button(self ? 'leave' : 'remove', 'pf-m-secondary pf-m-danger', () => this.takeAway(self ? 'leave' : 'remove'))}
      </div>
      ${refusal(this.ctx, attempt, this.again)}
    </section>`;
  }

  private button(what: string, kind: string, act: () => void): TemplateResult {
    return html`<button
      type="button"
      class="pf-v5-c-button pf-m-small ${kind}"
      ?disabled=${this.attempt.busy}
      @click=${act}
    >
      ${this.t(`mate.${what}`)}
    </button>`;
  }

  private sure(what: string): Promise<boolean> {
    const { t, name } = this;
    return confirm(this.ctx, {
      title: t(`mate.${what}.ask`, { name }),
      text: t(`mate.${what}.text`),
      action: t(`mate.${what}`),
      danger: what !== 'reactivate',
    });
  }

  private async ask(what: 'suspend' | 'reactivate', done: string): Promise<void> {
    if (!(await this.sure(what))) return;
    const { name } = this;
    await this.attempt.run(async (force) => {
      const path = forced(this.path(`/${what}`), force);
      this.changed(await this.ctx.workspace.post<Teammate>(path, undefined, this.mate.version));
      this.ctx.toast(this.t(done, { name }));
    });
  }

  private async takeAway(what: 'remove' | 'leave'): Promise<void> {
    if (!(await this.sure(what))) return;
    const { name } = this;
    await this.attempt.run(async (force) => {
      await this.ctx.workspace.delete(forced(this.path(), force), this.mate.version);
      this.ctx.toast(this.t('mate.removed', { name }));
      this.dispatchEvent(new CustomEvent('roster-gone', { bubbles: true }));
    });
  }
}

customElements.define('roster-mate-access', RosterMateAccess);
