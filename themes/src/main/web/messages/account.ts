import { addTexts } from '../frame/texts.ts';

const en = {
  'account.link': 'Workspace console',
  'account.links': 'Workspace console: {name}',
};

addTexts(en, {
  de: {
    'account.link': 'Workspace-Konsole',
    'account.links': 'Workspace-Konsole: {name}',
  },
});
