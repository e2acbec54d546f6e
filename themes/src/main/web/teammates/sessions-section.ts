import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../frame/types.ts';
import { refusal } from '../parts/attempt.ts';
import { confirm } from '../parts/dialog.ts';
import { none, PagedList } from '../parts/list.ts';
import { problem } from '../parts/problem.ts';
import { MateSection } from './section.ts';

/** In which sessions apps have tokens of the workspace for a teammate. Read once somebody scrolls to it. */
export class RosterMateSessions extends MateSection {
  private readonly list = new PagedList<Session>(this, (after) =>
    this.ctx.workspace.page<Session>(this.path('/sessions'), { after, max: 100 }),
  );
  private seen = false;
  private readonly watch = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.start();
  });

  connectedCallback(): void {
    super.connectedCallback();
    if (!this.seen) this.watch.observe(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
  }

  /** Whoever is suspended has none any more. */
  protected willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('mate');
    if (this.seen && before && before.status !== this.mate.status) void this.list.reload();
  }

  protected render(): TemplateResult {
    const { t, list } = this;
    return html`<section class="roster-section">
      <div class="roster-section-head">
        <h3 class="pf-v5-c-title pf-m-md">${t('mate.sessions')}</h3>
        ${list.items.length && this.manages ? this.button(t('mate.sessions.all'), '', this.endAll) : nothing}
      </div>
      <p class="roster-faint roster-small">${t('mate.sessions.about')}</p>
      ${list.error ? problem(this.ctx, list.error, list.retry) : nothing}
      ${none(this.ctx, list, 'mate.sessions.none')}
      <ul class="roster-plain roster-rows">
        ${repeat(list.items, ({ id }) => id, (session) => this.row(session))}
      </ul>
      ${list.next
        ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-inline" @click=${() => list.more()}>
            ${t('list.more')}
          </button>`
        : nothing}
      ${refusal(this.ctx, this.attempt)}
    </section>`;
  }

  private row(session: Session): TemplateResult {
    const { t } = this;
    const { address, offline, used, started } = session;
    return html`<li>
      <div class="roster-row-main">
        ${this.apps(session)} ${offline ? html`<span class="roster-tag">${t('mate.session.offline')}</span>` : nothing}
        <span class="roster-small roster-faint roster-block">
          ${this.moment('used', used)}${address ? html` · ${t('mate.session.from', { address })}` : nothing}
        </span>
        <span class="roster-small roster-faint roster-block">${this.moment('started', started)}</span>
      </div>
      ${this.manages
        ? html`<span class="roster-row-buttons">
            ${this.button(t('mate.session.end'), this.apps(session), () => this.end(session))}
          </span>`
        : nothing}
    </li>`;
  }

  private moment(what: 'used' | 'started', at: string): TemplateResult {
    return html`<time datetime=${at} title=${at}>${this.t(`mate.session.${what}`, { at: this.ctx.texts.time(at) })}</time>`;
  }

  /** @param apps of the one session that it ends */
  private button(text: string, apps: string, act: () => void): TemplateResult {
    return html`<button
      type="button"
      class="pf-v5-c-button pf-m-link pf-m-inline ${apps ? 'roster-small' : ''}"
      aria-label=${apps ? `${text}: ${apps}` : text}
      ?disabled=${this.attempt.busy}
      @click=${act}
    >
      ${text}
    </button>`;
  }

  private apps({ apps }: Session): string {
    return this.ctx.texts.list(apps.map(({ name, client }) => name || client));
  }

  private start(): void {
    this.seen = true;
    this.watch.disconnect();
    void this.list.reload();
  }

  private async end(session: Session): Promise<void> {
    const { t } = this;
    const title = t('mate.session.end.ask', { apps: this.apps(session) });
    if (!(await this.sure(title, t('mate.session.end')))) return;
    await this.without(`/sessions/${encodeURIComponent(session.id)}`, t('mate.session.ended'));
  }

  private endAll = async (): Promise<void> => {
    const { t, name } = this;
    if (!(await this.sure(t('mate.sessions.all.ask', { name }), t('mate.sessions.all')))) return;
    await this.without('/sessions', t('mate.sessions.ended', { name }));
  };

  private sure(title: string, action: string): Promise<boolean> {
    return confirm(this.ctx, { title, text: this.t('mate.sessions.end.text'), action, danger: true });
  }

  /** Read anew also where it is refused: somebody else may have ended it. */
  private async without(path: string, done: string): Promise<void> {
    if (await this.attempt.run(() => this.ctx.workspace.delete(this.path(path)))) this.ctx.toast(done);
    await this.list.reload();
  }
}

customElements.define('roster-mate-sessions', RosterMateSessions);
