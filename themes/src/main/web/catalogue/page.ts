import { html } from 'lit';
import { RosterPage, registerPage } from '../frame/page.ts';
class CataloguePage extends RosterPage { protected render() { return html`catalogue`; } }
customElements.define('roster-catalogue', CataloguePage);
registerPage({ id: 'catalogue', level: 'realm', order: 10, label: 'catalogue.title', tag: 'roster-catalogue', visible: () => true });
