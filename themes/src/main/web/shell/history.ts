import { decoded } from '../frame/address.ts';

/**
 * Moves of Keycloak's admin console, whose router uses the fragment of the address. It hears of a realm only by
 * `pushState`, so after any other move to another realm that is repeated for it, with no entry in the history.
 */
export class Moves {
  private muted = false;
  private realm = realmOf();

  constructor(private readonly heard: () => void) {
    const push = history.pushState.bind(history);
    // Before the console puts its own around it, which then is asked first.
    history.pushState = (...args: Parameters<History['pushState']>) => {
      if (this.muted) return;
      push(...args);
      this.realm = realmOf();
      queueMicrotask(heard);
    };
    const replace = history.replaceState.bind(history);
    history.replaceState = (...args: Parameters<History['replaceState']>) => {
      replace(...args);
      queueMicrotask(heard);
    };
    addEventListener('popstate', () => this.moved());
    addEventListener('hashchange', () => this.moved());
  }

  private moved(): void {
    const realm = realmOf();
    if (realm !== this.realm) {
      this.realm = realm;
      this.muted = true;
      try {
        history.pushState(history.state, '', location.href);
      } finally {
        this.muted = false;
      }
    }
    this.heard();
  }

  /** Goes somewhere, so that the console's router notices too. */
  go(hash: string): void {
    history.pushState(null, '', hash);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }
}

function realmOf(): string {
  return decoded(location.hash.split('/')[1] ?? '');
}
