import { addTexts } from '../frame/texts.ts';

const en = {
  'catalogue.bit': 'Bit',
  'catalogue.entitlement': 'Plan must have',
  'catalogue.has': '{preset} has it',
  'catalogue.hasNot': '{preset} does not have it',
  'catalogue.intro': 'What there is to allow in this realm, and which preset allows it. The catalogue has number {number}.',
  'catalogue.none': 'No permission is called like this',
  'catalogue.presets': 'Presets',
  'catalogue.scope': 'Counts in',
  'catalogue.scope.account': 'the workspace',
  'catalogue.scope.project': 'projects',
  'catalogue.title': 'Catalogue and presets',
};

addTexts(en, {
  de: {
    'catalogue.bit': 'Bit',
    'catalogue.entitlement': 'Plan braucht',
    'catalogue.has': '{preset} hat es',
    'catalogue.hasNot': '{preset} hat es nicht',
    'catalogue.intro':
      'Was es in diesem Realm zu erlauben gibt und welche Vorgabe es erlaubt. Der Katalog hat die Nummer {number}.',
    'catalogue.none': 'Kein Recht heißt so',
    'catalogue.presets': 'Vorgaben',
    'catalogue.scope': 'Gilt in',
    'catalogue.scope.account': 'dem Workspace',
    'catalogue.scope.project': 'Projekten',
    'catalogue.title': 'Katalog und Vorgaben',
  },
});
