import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Project, Role, Team, Teammate } from '../frame/types.ts';
import { type Attempt, refusal } from '../parts/attempt.ts';
import { formDialog } from '../parts/dialog.ts';
import { selectField, untilField } from '../parts/fields.ts';
import '../parts/picker.ts';
import type { Choice } from '../parts/picker.ts';
import { fieldError } from '../parts/problem.ts';

export interface GrantDraft {
  /** Of the grant that is changed; empty for a new one. */
  id: string;
  version: string;
  whom: 'team' | 'teammate';
  team: string;
  teammate: Choice | undefined;
  project: string;
  role: string;
  until: string | null;
}

export interface GrantForm {
  draft: GrantDraft;
  /** What the place where it is made leaves open. */
  asks: 'whom' | 'project';
  roles: Role[];
  teams: Team[];
  projects: Project[];
  attempt: Attempt;
  edit(part: Partial<GrantDraft>): void;
  again(): void;
  send(): void;
  close(): void;
}

const FIELDS = ['team', 'teammate', 'project', 'role', 'until'];

export function grantForm(ctx: Context, form: GrantForm): TemplateResult {
  const { t } = ctx;
  const { draft, attempt, roles } = form;
  const { error } = attempt;
  const whole = draft.id || (form.asks === 'project' ? draft.project : draft.whom === 'team' ? draft.team : draft.teammate);
  return formDialog(ctx, {
    title: t(draft.id ? 'grants.change' : form.asks === 'whom' ? 'grants.add.project' : 'grants.add'),
    action: t(draft.id ? 'save' : 'part.add'),
    busy: attempt.busy,
    disabled: !whole,
    onSubmit: form.send,
    onClose: form.close,
    body: html`
      ${draft.id ? nothing : form.asks === 'project' ? project(ctx, form) : whom(ctx, form)}
      ${selectField({
        id: 'grant-role',
        label: t('grants.role'),
        help: t('grants.role.help'),
        value: draft.role,
        options: [
          { value: '', label: t('grants.role.own') },
          ...roles
            .filter(({ hidden, key }) => !hidden || key === draft.role)
            .map(({ key, name }) => ({ value: key, label: name })),
        ],
        error,
        field: 'role',
        onSelect: (role) => form.edit({ role }),
      })}
      ${untilField(ctx, { id: 'grant-until', value: draft.until, error, field: 'until', onInput: (until) => form.edit({ until }) })}
      ${refusal(ctx, attempt, form.again, FIELDS)}
    `,
  });
}

function project({ t }: Context, { draft, projects, attempt, edit }: GrantForm): TemplateResult {
  return selectField({
    id: 'grant-project',
    label: t('grants.project'),
    value: draft.project,
    options: [
      { value: '', label: t('grants.project.choose') },
      ...projects.filter(({ archived }) => !archived).map(({ key, name }) => ({ value: key, label: name })),
    ],
    required: true,
    error: attempt.error,
    field: 'project',
    onSelect: (key) => edit({ project: key }),
  });
}

function whom(ctx: Context, form: GrantForm): TemplateResult {
  const { t } = ctx;
  const { draft, edit } = form;
  return html`
    <fieldset class="pf-v5-c-form__group roster-fieldset">
      <legend class="pf-v5-c-form__label pf-v5-c-form__label-text">${t('grants.whom')}</legend>
      <div class="roster-radios">
        ${(['team', 'teammate'] as const).map(
          (kind) => html`<label class="pf-v5-c-radio">
            <input
              class="pf-v5-c-radio__input"
              type="radio"
              name="grant-whom"
              value=${kind}
              .checked=${draft.whom === kind}
              @change=${() => edit({ whom: kind })}
            />
            <span class="pf-v5-c-radio__label">${t(`grants.${kind}`)}</span>
          </label>`,
        )}
      </div>
    </fieldset>
    ${draft.whom === 'team' ? team(ctx, form) : teammate(ctx, form)}
  `;
}

function team({ t }: Context, { draft, teams, attempt, edit }: GrantForm): TemplateResult {
  return selectField({
    id: 'grant-team',
    label: t('grants.team'),
    help: teams.length ? '' : t('grants.noTeams'),
    value: draft.team,
    options: [
      { value: '', label: t('grants.team.choose') },
      ...teams.map(({ id, name }) => ({ value: id, label: name })),
    ],
    required: true,
    error: attempt.error,
    field: 'team',
    onSelect: (id) => edit({ team: id }),
  });
}

function teammate(ctx: Context, { draft, attempt, edit }: GrantForm): TemplateResult {
  const { t } = ctx;
  return html`<div class="pf-v5-c-form__group">
    <label class="pf-v5-c-form__label" for="grant-teammate">
      <span class="pf-v5-c-form__label-text">${t('grants.teammate')}</span>
    </label>
    ${draft.teammate
      ? html`<p>
          <strong>${draft.teammate.name}</strong> <span class="roster-faint">${draft.teammate.more ?? ''}</span>
          <button
            type="button"
            class="pf-v5-c-button pf-m-link pf-m-inline"
            @click=${() => edit({ teammate: undefined })}
          >
            ${t('part.change')}
          </button>
        </p>`
      : matePicker(ctx, 'grant-teammate', (choice) => edit({ teammate: choice }))}
    ${fieldError(attempt.error, 'teammate', 'grant-teammate-wrong')}
  </div>`;
}

/** Finds one of the teammates on the server. */
export function matePicker(ctx: Context, id: string, pick: (choice: Choice) => void): TemplateResult {
  const find = async (text: string): Promise<Choice[]> => {
    const { items } = await ctx.workspace.page<Teammate>('teammates', { search: text, max: 20 });
    return items.map((mate) => ({
      id: mate.id,
      name: mate.name || mate.username || ctx.t('part.unnamed'),
      more: mate.email ?? mate.username ?? '',
    }));
  };
  return html`<roster-picker
    .inputId=${id}
    .label=${ctx.t('part.pick')}
    .none=${ctx.t('part.pick.none')}
    .search=${find}
    @roster-pick=${(e: CustomEvent<Choice>) => pick(e.detail)}
  ></roster-picker>`;
}

