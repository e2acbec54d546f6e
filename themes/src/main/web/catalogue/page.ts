import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { RosterPage, registerPage } from '../frame/page.ts';
import type { Catalogue, Permission, Preset } from '../frame/types.ts';
import '../messages/catalogue.ts';
import '../messages/roles.ts';
import { empty } from '../parts/empty.ts';
import { problem } from '../parts/problem.ts';
import '../parts/search.ts';
import { waiting } from '../parts/waiting.ts';
import { groups, type Group } from '../roles/rights.ts';

/** The realm's permissions and its presets, as every workspace begins with them. */
export class RosterCatalogue extends RosterPage {
  static properties = {
    ...RosterPage.properties,
    catalogue: { state: true },
    error: { state: true },
    search: { state: true },
  };

  declare private catalogue: Catalogue | undefined;
  declare private error: unknown;
  declare private search: string;

  constructor() {
    super();
    this.search = '';
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ctx')) void this.load();
  }

  private async load(): Promise<void> {
    this.error = undefined;
    try {
      this.catalogue = await this.ctx.catalogue();
    } catch (e) {
      this.error = e;
    }
  }

  protected render(): TemplateResult {
    const { t } = this;
    if (this.error) return problem(this.ctx, this.error, () => void this.load());
    if (!this.catalogue) return waiting(this.ctx);
    const found = groups(this.catalogue, this.search);
    return html`
      <p class="roster-note">${t('catalogue.intro', { number: this.catalogue.number })}</p>
      <dl class="roster-presets">
        ${this.catalogue.presets.map((preset) => html`<dt>${preset.name}</dt><dd lang="en">${preset.description}</dd>`)}
      </dl>
      <div class="roster-tools">
        <roster-search
          .label=${t('roles.search')}
          @roster-search=${(e: CustomEvent<string>) => (this.search = e.detail)}
        ></roster-search>
      </div>
      ${found.length ? this.table(found, this.catalogue.presets) : empty(t('catalogue.none'))}
    `;
  }

  private table(found: Group[], presets: Preset[]): TemplateResult {
    const { t } = this;
    return html`<div class="roster-matrix-wrap" tabindex="0" role="region" aria-label=${t('catalogue.title')}>
      <table class="roster-matrix" aria-label=${t('catalogue.title')}>
        <thead>
          <tr>
            <th scope="col">${t('roles.permission')}</th>
            ${presets.map((preset) => html`<th scope="col" class="roster-matrix-role">${preset.name}</th>`)}
            <th scope="col">${t('catalogue.scope')}</th>
            <th scope="col">${t('catalogue.entitlement')}</th>
            <th scope="col" class="roster-numeric">${t('catalogue.bit')}</th>
          </tr>
        </thead>
        ${found.map(
          (group) => html`<tbody>
            <tr class="roster-matrix-group">
              <th scope="rowgroup" colspan=${presets.length + 4}>${t(`roles.space.${group.space}`)}</th>
            </tr>
            ${group.permissions.map((permission) => this.row(permission, presets))}
          </tbody>`,
        )}
      </table>
    </div>`;
  }

  private row(permission: Permission, presets: Preset[]): TemplateResult {
    const { t } = this;
    return html`<tr>
      <th scope="row">
        ${permission.label}
        ${permission.risk === 'high' ? html`<span class="roster-tag roster-risk">${t('roles.risk')}</span>` : nothing}
        ${permission.deprecated ? html`<span class="roster-tag">${t('roles.deprecated')}</span>` : nothing}
        <div><code class="roster-key">${permission.key}</code></div>
      </th>
      ${presets.map((preset) => this.has(permission, preset))}
      <td class="roster-start">${t(`catalogue.scope.${permission.scope}`)}</td>
      <td class="roster-start">${permission.entitlement ? html`<code>${permission.entitlement}</code>` : '–'}</td>
      <td class="roster-numeric">${permission.bit}</td>
    </tr>`;
  }

  private has(permission: Permission, preset: Preset): TemplateResult {
    const has = preset.permissions.includes(permission.key);
    const label = this.t(has ? 'catalogue.has' : 'catalogue.hasNot', { preset: preset.name });
    return html`<td class=${permission.risk === 'high' ? 'roster-high' : ''}>
      <span class="roster-box" role="checkbox" aria-checked=${has} aria-disabled="true" aria-label=${label}></span>
    </td>`;
  }
}

customElements.define('roster-catalogue', RosterCatalogue);

registerPage({
  id: 'catalogue',
  level: 'realm',
  order: 10,
  label: 'catalogue.title',
  tag: 'roster-catalogue',
  visible: (ctx) => ctx.surface === 'admin',
});
