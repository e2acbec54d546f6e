import { decoded } from '../frame/address.ts';
import { Texts } from '../frame/texts.ts';
import { type Administrator, Console } from './environment.ts';
import { Moves } from './history.ts';
import { Leaving } from './leaving.ts';
import { type AdminRoute, RosterWorkspaces, routeOf } from './workspaces.ts';

const MAIN = 'main.pf-v5-c-page__main';

/** Behind the first of these that the console shows: it hides Organizations from who may manage nothing else. */
const NEIGHBOURS = ['organizations', 'clients', 'users', 'groups'];

/**
 * The page 'Workspaces' in Keycloak's admin console, and its entry in the navigation. The console knows nothing of it:
 * React goes on drawing its own page, which is hidden by an attribute of the document while ours is shown.
 */
class AdminShell {
  private readonly element = new RosterWorkspaces();
  private readonly administrators = new Map<string, Promise<Administrator>>();
  private readonly entry = document.createElement('li');
  private readonly moves: Moves;
  private readonly leaving: Leaving;
  private shown: { hash: string; route: AdminRoute } | undefined;
  private title = '';
  private texts = new Texts(navigator.languages);
  private drawing = 0;

  constructor(private readonly console: Console) {
    this.leaving = new Leaving(
      () => this.element.dirty,
      () => this.texts.t,
    );
    this.moves = new Moves(() => this.moved());
    this.element.console = console;
    this.element.go = (hash) => {
      if (hash !== location.hash) this.moves.go(hash);
    };
    this.element.identify = () => void this.identify();
    this.element.addEventListener('click', this.follow);
    this.entry.className = 'pf-v5-c-nav__item';
    new MutationObserver(() => this.draw()).observe(document.getElementById('app') ?? document.body, {
      childList: true,
      subtree: true,
    });
    this.moved();
  }

  /** The console draws its page once somebody is signed in. */
  private signedIn = false;

  private get realm(): string {
    return decoded(location.hash.split('/')[1] ?? '').split('?')[0] || this.console.loginRealm;
  }

  private administrator(realm: string): Promise<Administrator> {
    let known = this.administrators.get(realm);
    if (!known) {
      known = this.console.whoami(realm);
      known.catch(() => this.administrators.delete(realm));
      this.administrators.set(realm, known);
    }
    return known;
  }

  private moved(): void {
    const { hash } = location;
    if (this.shown && this.shown.hash !== hash) {
      const back = this.shown.hash;
      const stay = () => this.moves.go(back);
      const go = () => {
        this.element.forget();
        this.moves.go(hash);
      };
      if (!this.leaving.allowed(stay, go)) return;
    }
    const route = routeOf(hash);
    if (route) this.show(hash, route);
    else this.hide();
    if (this.signedIn) void this.identify();
    this.draw();
  }

  private show(hash: string, route: AdminRoute): void {
    if (!this.shown) this.title = document.title;
    this.shown = { hash, route };
    this.element.route = route;
    document.documentElement.dataset.roster = '';
  }

  private hide(): void {
    if (!this.shown) return;
    this.shown = undefined;
    delete document.documentElement.dataset.roster;
    this.element.remove();
    document.title = this.title;
  }

  /** Who looks at this realm decides whether there is an entry, and in which language all is written. */
  private async identify(): Promise<void> {
    const { realm } = this;
    const turn = ++this.drawing;
    let who: Administrator | undefined;
    let unidentified: unknown;
    try {
      who = await this.administrator(realm);
    } catch (e) {
      unidentified = e;
    }
    if (turn !== this.drawing) return;
    const texts = new Texts([who?.locale, ...navigator.languages]);
    // New ones would make all pages anew, and lose what is typed into them.
    if (texts.locale !== this.texts.locale) this.texts = texts;
    this.entry.hidden = !who?.seesWorkspaces;
    this.entry.dataset.ready = '';
    this.element.texts = this.texts;
    this.element.administrator = who;
    this.element.unidentified = unidentified;
    this.draw();
  }

  /** After each change of the console's own page: puts back what React has thrown away. */
  private draw(): void {
    const main = document.querySelector(MAIN);
    // Asked for earlier, a token of ours would end the sign-in that the console is just beginning.
    if (main && !this.signedIn) {
      this.signedIn = true;
      void this.identify();
    }
    this.drawEntry();
    if (this.shown && main && this.element.parentElement !== main) main.append(this.element);
  }

  private drawEntry(): void {
    const before = NEIGHBOURS.map((id) => document.getElementById(`nav-item-${id}`)).find((link) => link);
    const item = before?.closest('li');
    if (!item || !('ready' in this.entry.dataset)) return;
    if (item.nextElementSibling !== this.entry) item.after(this.entry);
    const here = !!this.shown;
    const href = `#/${encodeURIComponent(this.realm)}/workspaces`;
    const label = this.texts.t('workspaces.title');
    const link = this.entry.firstElementChild;
    if (link?.getAttribute('href') === href && link.textContent === label && link.hasAttribute('aria-current') === here) return;
    const made = document.createElement('a');
    made.id = 'nav-item-workspaces';
    made.className = `pf-v5-c-nav__link${here ? ' pf-m-current' : ''}`;
    made.href = href;
    made.textContent = label;
    if (here) made.setAttribute('aria-current', 'page');
    made.addEventListener('click', (e) => {
      if (e.metaKey || e.ctrlKey || e.shiftKey) return;
      e.preventDefault();
      this.moves.go(href);
      this.element.focusHeading();
    });
    this.entry.replaceChildren(made);
  }

  private follow = (e: MouseEvent): void => {
    const link = (e.target as Element).closest<HTMLAnchorElement>('a[href^="#/"]');
    if (!link || e.defaultPrevented || e.button || e.metaKey || e.ctrlKey || e.shiftKey || link.target) return;
    e.preventDefault();
    this.element.go(link.getAttribute('href') ?? '');
  };
}

export function adminShell(): void {
  const found = Console.find();
  if (found) new AdminShell(found);
}
