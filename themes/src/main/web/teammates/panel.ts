import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Permission, Project, Role, Team, Teammate } from '../frame/types.ts';
import '../grants/grants.ts';
import './access-section.ts';
import './overrides-section.ts';
import './role-section.ts';
import './sessions-section.ts';
import './start-section.ts';
import './teams-section.ts';
import { problem } from '../parts/problem.ts';
import { waiting } from '../parts/waiting.ts';
import { statusLabel } from './labels.ts';
import type { MateSection } from './section.ts';

/** All that belongs to one teammate. */
export class RosterMatePanel extends LitElement {
  static properties = {
    ctx: { attribute: false },
    mate: { attribute: false },
    roles: { attribute: false },
    teams: { attribute: false },
    projects: { state: true },
    permissions: { state: true },
    error: { state: true },
  };

  declare ctx: Context;
  declare mate: Teammate;
  declare roles: Role[];
  declare teams: Team[];
  declare projects: Project[] | undefined;
  declare permissions: Permission[] | undefined;
  declare error: unknown;

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  protected firstUpdated(_changed: PropertyValues<this>): void {
    void this.load();
  }

  private load = async (): Promise<void> => {
    this.error = undefined;
    try {
      const [projects, { permissions }] = await Promise.all([
        this.ctx.workspace.all<Project>('projects'),
        this.ctx.catalogue(),
      ]);
      this.projects = projects;
      this.permissions = permissions;
    } catch (e) {
      this.error = e;
    }
  };

  get dirty(): boolean {
    return [...this.querySelectorAll<MateSection>('roster-mate-role, roster-mate-start, roster-mate-overrides')].some(
      ({ dirty }) => dirty,
    );
  }

  protected render(): TemplateResult {
    const { ctx, mate, projects, permissions } = this;
    return html`${this.facts()}
    ${this.error ? problem(ctx, this.error, this.load) : ''}
    ${projects && permissions
      ? html`
          <roster-mate-role .ctx=${ctx} .mate=${mate} .roles=${this.roles}></roster-mate-role>
          <roster-mate-overrides
            .ctx=${ctx}
            .mate=${mate}
            .projects=${projects}
            .permissions=${permissions}
          ></roster-mate-overrides>
          <roster-mate-teams .ctx=${ctx} .mate=${mate} .teams=${this.teams}></roster-mate-teams>
          ${ctx.looks('projects.manage') ? this.grants(projects) : ''}
          <roster-mate-start .ctx=${ctx} .mate=${mate} .projects=${projects}></roster-mate-start>
          <roster-mate-access .ctx=${ctx} .mate=${mate}></roster-mate-access>
          <roster-mate-sessions .ctx=${ctx} .mate=${mate}></roster-mate-sessions>
        `
      : this.error
        ? ''
        : waiting(ctx)}`;
  }

  /** A grant to a teammate is a change of theirs: their version is another one. */
  private granted = (): void => {
    this.dispatchEvent(new CustomEvent('roster-mate'));
  };

  private facts(): TemplateResult {
    const { mate } = this;
    const { t, texts } = this.ctx;
    return html`<div class="roster-facts">
      ${statusLabel(this.ctx, mate)}
      ${mate.email ? html`<a href="mailto:${mate.email}">${mate.email}</a>` : ''}
      <span class="roster-faint roster-small">
        ${t('mates.joined')} <time datetime=${mate.joined} title=${mate.joined}>${texts.date(mate.joined)}</time> ·
        ${t('mates.source')} ${t(`part.source.${mate.source}`)}
      </span>
    </div>`;
  }

  private grants(projects: Project[]): TemplateResult {
    const { t } = this.ctx;
    return html`<section class="roster-section">
      <roster-grants
        .ctx=${this.ctx}
        .heading=${t('mate.grants')}
        .about=${t('mate.grants.about')}
        .teammate=${this.mate.id}
        .roles=${this.roles}
        .teams=${this.teams}
        .projects=${projects}
        @roster-granted=${this.granted}
      ></roster-grants>
    </section>`;
  }
}

customElements.define('roster-mate-panel', RosterMatePanel);
