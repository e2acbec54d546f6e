/** In Keycloak's account console: a link to each workspace console that the person may open. */
import { Api } from './frame/api.ts';
import { Session } from './frame/session.ts';
import { Texts } from './frame/texts.ts';
import type { OwnWorkspace } from './frame/types.ts';
import './messages/account.ts';

interface Environment {
  serverBaseUrl: string;
  realm: string;
  locale?: string;
}

const LIST = '.pf-v5-c-page__sidebar nav > ul.pf-v5-c-nav__list';

async function workspaces(root: string): Promise<OwnWorkspace[]> {
  const session = new Session({
    issuer: root,
    clientId: 'roster-console',
    redirectUri: `${root}/roster/console/`,
    scope: 'openid roster:self roster:manage',
  });
  return new Api(`${root}/roster/v1`, () => session.token()).all<OwnWorkspace>('workspaces');
}

/** Once the console has drawn its own entries: before, ours would come first, and React would throw it away. */
function navigation(): Promise<Element> {
  return new Promise((resolve) => {
    const look = () => {
      const list = document.querySelector(LIST);
      if (!list?.children.length) return false;
      resolve(list);
      return true;
    };
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

function link(href: string, text: string): HTMLLIElement {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  item.className = 'pf-v5-c-nav__item';
  anchor.className = 'pf-v5-c-nav__link';
  anchor.href = href;
  anchor.textContent = text;
  item.append(anchor);
  return item;
}

async function show(env: Environment): Promise<void> {
  const texts = new Texts([env.locale, document.documentElement.lang, ...navigator.languages]);
  const root = `${new URL(env.serverBaseUrl, location.href).href.replace(/\/$/, '')}/realms/${encodeURIComponent(env.realm)}`;
  const list = await navigation();
  const own = await workspaces(root);
  list.append(
    ...own.map((workspace) =>
      link(
        `${root}/roster/console/${encodeURIComponent(workspace.alias)}`,
        own.length > 1 ? texts.t('account.links', { name: workspace.name }) : texts.t('account.link'),
      ),
    ),
  );
}

const environment = document.getElementById('environment')?.textContent;
if (environment && window === top) {
  // Without Roster in the realm, or without a session, there is simply no link.
  show(JSON.parse(environment) as Environment).catch(() => undefined);
}
