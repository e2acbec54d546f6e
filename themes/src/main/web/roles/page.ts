import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { RosterPage, registerPage } from '../frame/page.ts';
import type { Role } from '../frame/types.ts';
import '../messages/roles.ts';
import { confirm } from '../parts/dialog.ts';
import type { MenuItem } from '../parts/menu.ts';
import { alert, problem } from '../parts/problem.ts';
import '../parts/search.ts';
import { waiting } from '../parts/waiting.ts';
import { Desk } from './desk.ts';
import { roleDialog } from './dialogs.ts';
import './matrix.ts';
import { refusals } from './refusals.ts';
import { saveBar } from './savebar.ts';
import type { Loaded } from './store.ts';

/** The roles of a workspace, all at once and side by side. */
export class RosterRoles extends RosterPage {
  static properties = { ...RosterPage.properties, search: { state: true } };

  declare private search: string;
  private readonly desk = new Desk(this);

  constructor() {
    super();
    this.search = '';
  }

  get dirty(): boolean {
    return !this.desk.draft.empty;
  }

  protected willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ctx')) void this.desk.load(this.ctx);
  }

  protected render(): unknown {
    const { desk } = this;
    if (desk.error) return problem(this.ctx, desk.error, () => void desk.load(this.ctx));
    if (!desk.loaded) return waiting(this.ctx);
    return html`${this.tools()} ${this.notes(desk.loaded)}
      <div @roster-draft=${() => desk.changed()} @keydown=${this.keys}>
        <roster-matrix
          .ctx=${this.ctx}
          .catalogue=${desk.loaded.catalogue}
          .roles=${desk.roles}
          .draft=${desk.draft}
          .rights=${desk.rights}
          .revision=${desk.revision}
          .search=${this.search}
          .actions=${this.actions}
        ></roster-matrix>
        ${this.legend()} ${desk.rights.edits ? this.bar(desk.loaded) : nothing}
      </div>
      ${desk.open
        ? roleDialog(
            {
              ctx: this.ctx,
              roles: desk.roles,
              busy: desk.busy,
              change: (open) => desk.show(open),
              send: (open, force) => void desk.send(open, force),
            },
            desk.open,
          )
        : nothing}`;
  }

  private tools(): TemplateResult {
    const { t, desk } = this;
    return html`<div class="roster-tools">
      <roster-search
        .label=${t('roles.search')}
        @roster-search=${(e: CustomEvent<string>) => (this.search = e.detail)}
      ></roster-search>
      <span class="roster-grow"></span>
      ${desk.rights.edits
        ? html`<button
            type="button"
            class="pf-v5-c-button pf-m-secondary"
            @click=${() => this.create(desk.roles[0]?.key ?? '')}
          >
            ${t('roles.create')}
          </button>`
        : nothing}
    </div>`;
  }

  private notes({ plan, catalogue }: Loaded): TemplateResult {
    const { t, desk } = this;
    return html`${desk.rights.lacksPlan
      ? alert(
          'info',
          t('roles.plan', { plan: plan?.name ?? '' }),
          html`<p>${t('roles.plan.text')}</p>
            ${plan?.contact ? html`<p>${plan.contact}</p>` : nothing}`,
        )
      : desk.rights.manages
        ? nothing
        : html`<p class="roster-note">${t('roles.readonly')}</p>`}
    ${refusals(this.ctx, desk.refused, catalogue, (refusal) => desk.dismiss(refusal))}`;
  }

  private legend(): TemplateResult {
    const { t } = this;
    const sample = (kind: string) =>
      html`<span class="roster-sample ${kind}"><span class="roster-box" aria-hidden="true"></span></span>`;
    return html`<p class="roster-legend">
      <span>${sample('roster-differs')} ${t('roles.legend.differs')}</span>
      ${this.desk.rights.edits
        ? html`<span>${sample('roster-touched')} ${t('roles.legend.touched')}</span>
            <span>${t('roles.legend.keys')}</span>`
        : nothing}
    </p>`;
  }

  private bar({ catalogue }: Loaded): TemplateResult {
    const { desk } = this;
    const step = (change: () => void) => () => {
      change();
      desk.changed();
    };
    return saveBar({
      ctx: this.ctx,
      draft: desk.draft,
      roles: desk.roles,
      catalogue,
      saving: desk.busy,
      onDrop: (role, permission) => {
        desk.draft.set(role, [permission], role.permissions.includes(permission));
        desk.changed();
      },
      onUndo: step(() => desk.draft.undo()),
      onRedo: step(() => desk.draft.redo()),
      onDiscard: () => desk.discard(),
      onSave: () => void desk.save(),
    });
  }

  private keys = (e: KeyboardEvent): void => {
    const { desk } = this;
    if (!(e.ctrlKey || e.metaKey) || desk.busy || !desk.rights.edits) return;
    const key = e.key.toLowerCase();
    if (key === 's') void desk.save();
    else if (key === 'z' && !e.shiftKey) desk.draft.undo();
    else if (key === 'y' || key === 'z') desk.draft.redo();
    else return;
    e.preventDefault();
    desk.changed();
  };

  private actions = (role: Role): MenuItem[] => {
    const { t, desk } = this;
    const { rights } = desk;
    if (!rights.manages || !rights.reaches(role)) return [];
    const items: MenuItem[] = [];
    if (rights.edits) {
      items.push({ label: t('roles.rename'), choose: () => this.rename(role) });
      items.push({ label: t('roles.copy'), choose: () => this.create(role.key) });
    }
    if (rights.edits && role.kind === 'preset') {
      items.push({ label: t(role.hidden ? 'roles.show' : 'roles.hide'), choose: () => void desk.hide(role) });
    }
    if (role.kind === 'preset' && role.edited) items.push({ label: t('roles.reset'), choose: () => void this.reset(role) });
    if (role.kind === 'custom') {
      const choose = () => desk.show({ kind: 'delete', role, replacement: '', names: [] });
      items.push({ label: t('roles.delete'), danger: true, choose });
    }
    return items;
  };

  private create(from: string): void {
    this.desk.show({ kind: 'create', name: '', description: '', from });
  }

  private rename(role: Role): void {
    this.desk.show({ kind: 'rename', role, name: role.name, description: role.description });
  }

  private async reset(role: Role): Promise<void> {
    const { t } = this;
    const { presets = [], permissions = [] } = this.desk.loaded?.catalogue ?? {};
    const label = (key: string) => permissions.find((each) => each.key === key)?.label ?? key;
    const name = presets.find((preset) => preset.key === role.key)?.name ?? role.key;
    const sure = await confirm(this.ctx, {
      title: t('roles.reset.title', { role: role.name }),
      text: html`<p>${t('roles.reset.text', { name })}</p>
        <ul class="roster-plain">
          ${role.added.map((key) => html`<li>${t('roles.reset.takes', { permission: label(key) })}</li>`)}
          ${role.removed.map((key) => html`<li>${t('roles.reset.gives', { permission: label(key) })}</li>`)}
        </ul>`,
      action: t('roles.reset'),
      danger: true,
    });
    if (sure) await this.desk.reset(role);
  }
}

customElements.define('roster-roles', RosterRoles);

registerPage({
  id: 'roles',
  level: 'workspace',
  order: 20,
  label: 'roles.title',
  tag: 'roster-roles',
  visible: () => true,
});
