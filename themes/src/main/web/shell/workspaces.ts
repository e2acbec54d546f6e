import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ProblemError } from '../frame/api.ts';
import { decoded } from '../frame/address.ts';
import { context } from '../frame/context.ts';
import type { Context } from '../frame/page.ts';
import { Texts } from '../frame/texts.ts';
import type { ListedWorkspace, RealmState, SwitchReport } from '../frame/types.ts';
import { empty } from '../parts/empty.ts';
import { problem } from '../parts/problem.ts';
import type { RosterToasts } from '../parts/toast.ts';
import { waiting } from '../parts/waiting.ts';
import type { Administrator, Console } from './environment.ts';
import './organizations.ts';
import type { RosterPlace } from './place.ts';

export interface AdminRoute {
  realm: string;
  /** Of a workspace; empty for the realm's own pages. */
  alias: string;
  path: string[];
}

/** `#/{realm}/workspaces/{alias}/{page}`; `-` in the place of the alias is the realm itself. */
export function routeOf(hash: string): AdminRoute | undefined {
  const [place = ''] = hash.slice(1).split('?');
  const [, realm, word, alias = '', ...path] = place.split('/').map(decoded);
  if (!realm || word !== 'workspaces') return undefined;
  return { realm, alias: alias === '-' ? '' : alias, path: path.filter(Boolean) };
}

/** The page 'Workspaces' of the admin console: the organizations of the realm, or one of them. */
export class RosterWorkspaces extends LitElement {
  static properties = {
    route: { attribute: false },
    administrator: { attribute: false },
    unidentified: { attribute: false },
    texts: { attribute: false },
    state: { state: true },
    seen: { state: true },
    looked: { state: true },
    error: { state: true },
  };

  declare route: AdminRoute;
  declare administrator: Administrator | undefined;
  /** Why it isn't known who looks at the realm. */
  declare unidentified: unknown;
  declare texts: Texts;
  declare private state: RealmState | undefined;
  /** The workspace of the address. */
  declare private seen: ListedWorkspace | undefined;
  /** Whether what there is to know of this address is known, or that it isn't ours to know. */
  declare private looked: boolean;
  declare private error: unknown;
  console!: Console;
  go!: (hash: string) => void;
  /** Asks once more who looks at the realm. */
  identify!: () => void;
  private ctx: Context | undefined;
  private turn = 0;
  private headingWanted = false;

  constructor() {
    super();
    this.texts = new Texts(navigator.languages);
    this.looked = false;
  }

  protected createRenderRoot(): HTMLElement {
    return this;
  }

  get dirty(): boolean {
    return this.querySelector<RosterPlace>('roster-place')?.dirty ?? false;
  }

  /** Throws the shown page away, with its draft. */
  forget(): void {
    this.querySelector<RosterPlace>('roster-place')?.forget();
  }

  /** The heading gets the focus as soon as it is there: what stands before it may have to be asked for first. */
  focusHeading(): void {
    this.headingWanted = true;
    this.requestUpdate();
  }

  protected updated(): void {
    if (!this.headingWanted) return;
    void this.querySelector<RosterPlace>('roster-place')?.updateComplete.then(() => {
      const heading = this.querySelector<HTMLElement>('h1');
      if (!heading || !this.headingWanted) return;
      this.headingWanted = false;
      heading.focus();
    });
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('route');
    const elsewhere = changed.has('route') && (before?.realm !== this.route.realm || before?.alias !== this.route.alias);
    if (elsewhere || changed.has('administrator') || changed.has('texts')) {
      this.ctx = this.administrator && this.route ? this.contextOf(this.route, this.administrator) : undefined;
    }
    if (!elsewhere) return;
    if (before?.realm !== this.route.realm) this.state = undefined;
    this.seen = undefined;
    this.looked = false;
    void this.look();
  }

  private again = (): void => {
    if (!this.administrator) this.identify();
    void this.look();
  };

  /** Whether Roster is on here, and what may be done in the workspace. */
  private async look(): Promise<void> {
    const turn = ++this.turn;
    const { realm, alias } = this.route;
    this.error = undefined;
    const asked = alias ? this.workspaceOf(realm, alias) : undefined;
    asked?.catch(() => {});
    try {
      const state = await this.stateOf(realm);
      const seen = state?.enabled === false ? undefined : await asked;
      if (turn !== this.turn) return;
      this.state = state;
      this.seen = seen;
      this.looked = true;
    } catch (e) {
      if (turn === this.turn) this.error = e;
    }
  }

  private workspaceOf(realm: string, alias: string): Promise<ListedWorkspace> {
    return this.console.roster(realm).below('workspaces', alias).get<ListedWorkspace>('');
  }

  /** Who sees single organizations only may not ask; then each call says itself that Roster is off. */
  private async stateOf(realm: string): Promise<RealmState | undefined> {
    if (this.state) return this.state;
    try {
      return await this.console.roster(realm).get<RealmState>('');
    } catch (e) {
      if (e instanceof ProblemError && e.status === 403) return undefined;
      throw e;
    }
  }

  private contextOf({ realm, alias }: AdminRoute, who: Administrator): Context {
    return context({
      api: this.console.roster(realm),
      open: this.console.open(realm),
      surface: 'admin',
      realm,
      alias,
      self: who.id,
      texts: this.texts,
      can: () => this.seen?.manages ?? false,
      looks: () => true,
      managesRealm: who.managesRealm,
      href: (path) => addressOf(realm, alias, path),
      navigate: (href) => this.go(href),
      toast: (text, kind) => this.querySelector<RosterToasts>('roster-toasts')?.show(text, kind),
    });
  }

  protected render(): TemplateResult {
    return html`<section class="roster-main">${this.main()}</section>
      <roster-toasts></roster-toasts>`;
  }

  private main(): unknown {
    const { t } = this.texts;
    if (this.error || this.unidentified) return problem({ t }, this.error ?? this.unidentified, this.again);
    if (!this.ctx || !this.looked) return waiting({ t });
    if (this.state && !this.state.enabled) return this.off(this.state);
    return this.route.alias ? this.workspace(this.ctx) : this.realm(this.ctx);
  }

  private workspace(ctx: Context): TemplateResult {
    return html`<nav class="roster-crumb" aria-label=${ctx.t('frame.where')}>
        <a href=${addressOf(ctx.realm, '', '')}>${ctx.t('workspaces.title')}</a>
      </nav>
      <roster-place
        .ctx=${ctx}
        .level=${'workspace'}
        .heading=${this.seen?.name ?? ctx.alias}
        .subtitle=${this.unrun(ctx)}
        .path=${this.route.path}
        @roster-mate=${this.named}
      ></roster-place>`;
  }

  /** What is to do where nobody of the workspace's own can run it. */
  private unrun({ t }: Context): string {
    const administration = this.seen?.administration ?? 'standing';
    return administration === 'standing' ? '' : t(`workspaces.${administration}.text`);
  }

  /** Somebody may be its Admin now; where that can't be read, the page and what is typed into it stay. */
  private named = async (): Promise<void> => {
    const { realm, alias } = this.route;
    if (this.seen?.administration === 'standing') return;
    const seen = await this.workspaceOf(realm, alias).catch(() => undefined);
    if (seen?.id === this.seen?.id) this.seen = seen;
  };

  private realm(ctx: Context): TemplateResult {
    return html`<roster-place
      .ctx=${ctx}
      .level=${'realm'}
      .heading=${ctx.t('workspaces.title')}
      .subtitle=${ctx.t('workspaces.intro')}
      .path=${this.route.path}
      .first=${{
        label: ctx.t('workspaces.organizations'),
        body: html`<roster-organizations
          .ctx=${ctx}
          .keycloak=${this.console.keycloak(ctx.realm)}
          .address=${(alias: string) => addressOf(ctx.realm, alias, '')}
          .go=${this.go}
        ></roster-organizations>`,
      }}
    ></roster-place>`;
  }

  private off(state: RealmState): TemplateResult {
    const { t } = this.texts;
    const may = this.administrator?.managesRealm;
    return empty(
      t('frame.off'),
      state.organizations ? html`<p>${t('frame.off.text')}</p>${may ? nothing : html`<p>${t('frame.off.view')}</p>`}` : t('frame.off.organizations'),
      may && state.organizations
        ? html`<button type="button" class="pf-v5-c-button pf-m-primary" @click=${this.switchOn}>
            ${t('frame.off.action')}
          </button>`
        : nothing,
    );
  }

  private switchOn = async (): Promise<void> => {
    try {
      await this.console.roster(this.route.realm).post<SwitchReport>('enable');
      this.state = undefined;
      await this.look();
      this.ctx?.toast(this.texts.t('frame.on'));
    } catch (e) {
      this.error = e;
    }
  };
}

function addressOf(realm: string, alias: string, path: string): string {
  const place = `#/${encodeURIComponent(realm)}/workspaces`;
  if (!alias && !path) return place;
  return [place, alias ? encodeURIComponent(alias) : '-', path].filter(Boolean).join('/');
}

customElements.define('roster-workspaces', RosterWorkspaces);
