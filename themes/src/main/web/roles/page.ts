import { html } from 'lit';
import { RosterPage, registerPage } from '../frame/page.ts';
class RolesPage extends RosterPage { protected render() { return html`roles`; } }
customElements.define('roster-roles', RolesPage);
registerPage({ id: 'roles', level: 'workspace', order: 20, label: 'roles.title', tag: 'roster-roles', visible: () => true });
