import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ProblemError } from '../frame/api.ts';
import { registerPage, RosterPage } from '../frame/page.ts';
import type { AuditEntry } from '../frame/types.ts';
import '../messages/activity.ts';
import { empty } from '../parts/empty.ts';
import { PagedList } from '../parts/list.ts';
import { problem } from '../parts/problem.ts';
import { more } from '../parts/table.ts';
import { waiting } from '../parts/waiting.ts';
import { changes } from './changes.ts';
import { Names } from './names.ts';
import { sentence } from './sentences.ts';

interface Day {
  name: string;
  entries: AuditEntry[];
}

/** The log of the workspace, newest first, by days of the reader's own time zone. */
export class RosterActivity extends RosterPage {
  private names!: Names;
  private named!: Promise<void>;
  private readonly list = new PagedList<AuditEntry>(this, async (after) => {
    const page = await this.ctx.workspace.page<AuditEntry>('audit', { after, max: 100 });
    await this.named;
    await this.names.learn(page.items);
    return page;
  });

  protected willUpdate(changed: PropertyValues<this>): void {
    const { alias } = changed.get('ctx') ?? {};
    if (!changed.has('ctx') || alias === this.ctx.alias) return;
    this.names = new Names(this.ctx);
    this.named = this.names.load();
    this.list.reload();
  }

  protected render(): TemplateResult {
    return html`
      <p class="roster-faint">${this.t('activity.about')}</p>
      ${this.log()}
    `;
  }

  private log(): TemplateResult {
    const { list } = this;
    if (list.error instanceof ProblemError && list.error.code === 'plan-required') return this.locked(list.error);
    if (!list.loaded) return list.error ? problem(this.ctx, list.error, list.retry) : waiting(this.ctx);
    if (!list.items.length) return empty(this.t('activity.empty'), this.t('activity.empty.hint'));
    return html`
      ${list.error ? problem(this.ctx, list.error, list.retry) : nothing}
      ${repeat(this.days(), (day) => day.name, (day) => this.day(day))} ${more(this.ctx, list)}
      ${list.next ? nothing : html`<p class="roster-faint">${this.t('activity.end')}</p>`}
    `;
  }

  private locked({ problem: { plan, contact } }: ProblemError): TemplateResult {
    return empty(
      this.t('activity.plan.title', { plan: plan ?? '' }),
      html`<p>${this.t('activity.plan.hint')}</p>
        ${contact ? html`<p class="roster-lines">${contact}</p>` : nothing}`,
    );
  }

  private days(): Day[] {
    const days: Day[] = [];
    for (const entry of this.list.items) {
      const name = this.dayOf(entry.time);
      if (days.at(-1)?.name === name) days.at(-1)?.entries.push(entry);
      else days.push({ name, entries: [entry] });
    }
    return days;
  }

  private dayOf(iso: string): string {
    const day = new Date(iso);
    const yesterday = new Date();
    yesterday.setDate(yesterday.getDate() - 1);
    if (day.toDateString() === new Date().toDateString()) return this.t('activity.today');
    if (day.toDateString() === yesterday.toDateString()) return this.t('activity.yesterday');
    return new Intl.DateTimeFormat(this.ctx.texts.locale, { dateStyle: 'full' }).format(day);
  }

  private day(day: Day): TemplateResult {
    return html`<section class="roster-day">
      <h2 class="pf-v5-c-title pf-m-md">${day.name}</h2>
      <ol class="roster-plain roster-log">
        ${repeat(day.entries, (entry) => entry.id, (entry) => this.entry(entry))}
      </ol>
    </section>`;
  }

  private entry(entry: AuditEntry): TemplateResult {
    const { t } = this;
    const clock = new Intl.DateTimeFormat(this.ctx.texts.locale, { timeStyle: 'short' }).format(new Date(entry.time));
    const table = changes(this.ctx, this.names, entry);
    const from = [
      entry.client && entry.actor.kind !== 'service-account' ? t('activity.client', { client: entry.client }) : '',
      entry.address ? t('activity.address', { address: entry.address }) : '',
    ].filter(Boolean);
    return html`<li>
      <time datetime=${entry.time} title=${entry.time}>${clock}</time>
      <div>
        <p>${sentence(this.ctx, this.names, entry)}</p>
        <div class="roster-log-more">
          ${from.length ? html`<span class="roster-faint roster-small">${from.join(' ')}</span>` : nothing}
          ${table === nothing
            ? nothing
            : html`<details>
                <summary>${t('activity.details')}</summary>
                ${table}
              </details>`}
        </div>
      </div>
    </li>`;
  }
}

customElements.define('roster-activity', RosterActivity);

registerPage({
  id: 'activity',
  level: 'workspace',
  order: 70,
  label: 'activity.title',
  tag: 'roster-activity',
  visible: (ctx) => ctx.looks('teammates.manage'),
});
