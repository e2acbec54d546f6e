import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { decoded } from '../frame/address.ts';
import { Api, ProblemError, SessionEnded } from '../frame/api.ts';
import { context } from '../frame/context.ts';
import type { Context } from '../frame/page.ts';
import { Session } from '../frame/session.ts';
import { Texts } from '../frame/texts.ts';
import type { Me, OwnWorkspace } from '../frame/types.ts';
import { empty } from '../parts/empty.ts';
import { select } from '../parts/fields.ts';
import { problem } from '../parts/problem.ts';
import type { RosterToasts } from '../parts/toast.ts';
import { waiting } from '../parts/waiting.ts';
import { Leaving } from './leaving.ts';
import type { RosterPlace } from './place.ts';

/** The workspace console: the whole page of a workspace's people, at an address of its own. */
export class RosterConsole extends LitElement {
  static properties = { route: { state: true }, ctx: { state: true }, error: { state: true }, own: { state: true } };

  declare private route: string[];
  declare private ctx: Context | undefined;
  declare private error: unknown;
  declare private own: OwnWorkspace[] | undefined;
  private readonly texts = new Texts([document.documentElement.lang, ...navigator.languages]);
  private readonly leaving = new Leaving(
    () => this.querySelector<RosterPlace>('roster-place')?.dirty ?? false,
    () => this.texts.t,
  );
  private me: Me | undefined;
  private session!: Session;
  private address = '';
  private turn = 0;

  protected createRenderRoot(): HTMLElement {
    // What the server wrote for browsers without scripts.
    this.replaceChildren();
    return this;
  }

  private get root(): string {
    return `${this.dataset.base}/realms/${encodeURIComponent(this.dataset.realm ?? '')}`;
  }

  private get api(): Api {
    return new Api(`${this.root}/roster/v1`, () => this.session.token());
  }

  connectedCallback(): void {
    super.connectedCallback();
    darkMode();
    this.session = new Session({
      issuer: location.origin + this.root,
      clientId: this.dataset.client ?? 'roster-console',
      redirectUri: `${location.origin}${this.root}/roster/console/${encodeURIComponent(this.dataset.alias ?? '')}`,
      scope: 'openid roster:self roster:manage',
    });
    this.addEventListener('click', this.follow);
    addEventListener('popstate', this.moved);
    void this.start();
  }

  /** Who is signed in already stays on the page; everybody else goes to the sign-in once. */
  private async start(): Promise<void> {
    this.error = undefined;
    try {
      if (!(await this.session.resume())) await this.session.token();
      this.own = await this.api.all<OwnWorkspace>('workspaces');
      await this.enter();
    } catch (e) {
      if (e instanceof SessionEnded) await this.session.signIn();
      else this.error = e;
    }
  }

  private get segments(): string[] {
    const path = location.pathname.slice(`${this.root}/roster/console/`.length);
    return path.split('/').filter(Boolean).map(decoded);
  }

  private async enter(): Promise<void> {
    const turn = ++this.turn;
    const [alias = '', ...path] = this.segments;
    this.address = location.href;
    if (alias === this.ctx?.alias) {
      this.route = path;
      return;
    }
    this.error = this.ctx = this.me = undefined;
    if (alias) {
      try {
        const me = await this.api.get<Me>(`workspaces/${encodeURIComponent(alias)}/me`);
        if (turn !== this.turn) return;
        this.me = me;
      } catch (e) {
        if (turn === this.turn) this.error = e;
        return;
      }
    }
    this.route = path;
    this.ctx = this.contextOf(alias);
  }

  private contextOf(alias: string): Context {
    const held = new Set(this.me?.permissions);
    return context({
      api: this.api,
      open: new Api(`${this.root}/roster/v1`),
      surface: 'people',
      realm: this.dataset.realm ?? '',
      alias,
      self: this.session.claims.sub ?? '',
      texts: this.texts,
      can: (permission) => held.has(permission),
      looks: (permission) => held.has(permission),
      managesRealm: false,
      href: (path) => this.placeOf(alias, path),
      navigate: (href) => this.go(href),
      toast: (text, kind) => this.querySelector<RosterToasts>('roster-toasts')?.show(text, kind),
    });
  }

  private placeOf(alias: string, path = ''): string {
    return [`${this.root}/roster/console`, encodeURIComponent(alias), ...path.split('/')].filter(Boolean).join('/');
  }

  private go(href: string): void {
    const target = new URL(href, location.href).href;
    if (target === location.href) return;
    const go = () => {
      history.pushState(null, '', target);
      void this.enter();
    };
    if (this.leaving.allowed(() => {}, () => this.force(go))) go();
  }

  /** Goes although the page has a draft: it is thrown away with its place. */
  private force(go: () => void): void {
    this.ctx = undefined;
    go();
  }

  private moved = (): void => {
    const target = location.href;
    const stay = () => history.pushState(null, '', this.address);
    const go = () => {
      history.pushState(null, '', target);
      void this.enter();
    };
    if (this.leaving.allowed(stay, () => this.force(go))) void this.enter();
  };

  private follow = (e: MouseEvent): void => {
    const link = (e.target as Element).closest<HTMLAnchorElement>('a[href]');
    if (!link || e.defaultPrevented || e.button || e.metaKey || e.ctrlKey || e.shiftKey || link.target) return;
    if (!link.href.startsWith(`${location.origin}${this.root}/roster/console/`)) return;
    e.preventDefault();
    this.go(link.href);
  };

  protected render(): TemplateResult {
    return html`${this.bar()}
      <main class="roster-main">${this.main()}</main>
      <roster-toasts></roster-toasts>`;
  }

  private bar(): TemplateResult {
    const { t } = this.texts;
    const { name, preferred_username: login } = this.own ? this.session.claims : {};
    const here = this.own?.find((workspace) => workspace.alias === this.segments[0])?.alias;
    return html`<header class="roster-bar">
      <span class="roster-brand">${t('frame.title')}</span>
      ${this.own && this.own.length > 1 && here ? this.switcher(this.own, here) : nothing}
      <span class="roster-grow"></span>
      ${this.own
        ? html`<span class="roster-person">${name || login}</span>
            <button type="button" class="pf-v5-c-button pf-m-secondary pf-m-small" @click=${() => this.session.signOut()}>
              ${t('frame.signOut')}
            </button>`
        : nothing}
    </header>`;
  }

  private switcher(own: OwnWorkspace[], here: string): TemplateResult {
    return html`<span class="roster-switcher">
      ${select({
        aria: this.texts.t('frame.choose'),
        value: here,
        options: own.map(({ alias, name }) => ({ value: alias, label: name })),
        onSelect: (alias) => {
          this.go(this.placeOf(alias));
          // Where a draft keeps them here, it shows again where they are.
          this.requestUpdate();
        },
      })}
    </span>`;
  }

  private main(): unknown {
    const { t } = this.texts;
    if (this.error instanceof ProblemError && this.error.status === 404) {
      return empty(t('frame.outside'), t('frame.outside.text'), this.own?.length ? this.list(this.own) : nothing);
    }
    if (this.error) return problem({ t }, this.error, () => void this.start());
    if (!this.ctx) return waiting({ t });
    if (!this.ctx.alias) {
      return this.own?.length
        ? html`<h1 class="pf-v5-c-title pf-m-2xl roster-title">${t('frame.choose')}</h1>
            ${this.list(this.own)}`
        : empty(t('frame.nowhere'), t('frame.nowhere.text'));
    }
    const role = this.own?.find((workspace) => workspace.alias === this.ctx?.alias)?.roleName ?? '';
    return html`<roster-place
      .ctx=${this.ctx}
      .level=${'workspace'}
      .heading=${this.me?.workspace.name ?? ''}
      .subtitle=${role ? t('frame.role', { role }) : ''}
      .path=${this.route}
    ></roster-place>`;
  }

  private list(own: OwnWorkspace[]): TemplateResult {
    return html`<ul class="roster-choices">
      ${own.map(
        (workspace) =>
          html`<li>
            <a href=${this.placeOf(workspace.alias)}><strong>${workspace.name}</strong> <span>${workspace.roleName}</span></a>
          </li>`,
      )}
    </ul>`;
  }
}

/** As Keycloak's consoles do it: PatternFly's dark colours hang on a class. */
function darkMode(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => document.documentElement.classList.toggle('pf-v5-theme-dark', dark.matches);
  dark.addEventListener('change', apply);
  apply();
}

customElements.define('roster-console', RosterConsole);
