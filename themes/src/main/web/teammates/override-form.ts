import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Permission, Project } from '../frame/types.ts';
import { type Attempt, refusal } from '../parts/attempt.ts';
import { formDialog } from '../parts/dialog.ts';
import { selectField, textField, untilField } from '../parts/fields.ts';
import { fieldError } from '../parts/problem.ts';

export interface OverrideDraft {
  /** Of the override that is changed; empty for a new one. */
  id: string;
  effect: 'allow' | 'deny';
  permission: string;
  project: string;
  reason: string;
  until: string | null;
}

export const NEW: OverrideDraft = { id: '', effect: 'allow', permission: '', project: '', reason: '', until: null };

const FIELDS = ['effect', 'permission', 'project', 'reason', 'until'];
const REASON = 500;
const SPACES = ['shared', 'personal', 'account'];

export interface OverrideForm {
  draft: OverrideDraft;
  permissions: Permission[];
  projects: Project[];
  attempt: Attempt;
  edit(part: Partial<OverrideDraft>): void;
  again(): void;
  send(): void;
  close(): void;
}

/** What permission is allowed or denied, where, why and until when; of one that is there only why and until when. */
export function overrideForm(ctx: Context, form: OverrideForm): TemplateResult {
  const { t } = ctx;
  const { draft, attempt } = form;
  const { error } = attempt;
  return formDialog(ctx, {
    title: t(draft.id ? 'mate.override.change' : 'mate.overrides.add'),
    action: t(draft.id ? 'save' : 'part.add'),
    busy: attempt.busy,
    disabled: !draft.permission,
    onSubmit: form.send,
    onClose: form.close,
    body: html`
      ${draft.id ? nothing : what(ctx, form)}
      ${textField({
        id: 'override-reason',
        label: t('mate.override.reason'),
        help: t('mate.override.reason.help'),
        value: draft.reason,
        max: REASON,
        error,
        field: 'reason',
        onInput: (reason) => form.edit({ reason }),
      })}
      ${untilField(ctx, { id: 'override-until', value: draft.until, error, field: 'until', onInput: (until) => form.edit({ until }) })}
      ${refusal(ctx, attempt, form.again, FIELDS)}
    `,
  });
}

function what(ctx: Context, { draft, permissions, projects, attempt: { error }, edit }: OverrideForm): TemplateResult {
  const { t } = ctx;
  const account = permissions.find(({ key }) => key === draft.permission)?.scope === 'account';
  return html`
    <fieldset class="pf-v5-c-form__group roster-fieldset">
      <legend class="pf-v5-c-form__label pf-v5-c-form__label-text">${t('mate.override.effect')}</legend>
      <div class="roster-radios">
        ${(['allow', 'deny'] as const).map(
          (effect) => html`<label class="pf-v5-c-radio">
            <input
              class="pf-v5-c-radio__input"
              type="radio"
              name="override-effect"
              value=${effect}
              .checked=${draft.effect === effect}
              @change=${() => edit({ effect })}
            />
            <span class="pf-v5-c-radio__label">${t(`mate.override.effect.${effect}`)}</span>
          </label>`,
        )}
      </div>
      ${fieldError(error, 'effect', 'override-effect-wrong')}
    </fieldset>
    ${selectField({
      id: 'override-permission',
      label: t('mate.override.permission'),
      value: draft.permission,
      options: [{ value: '', label: t('mate.override.choose') }, ...bySpace(ctx, permissions, draft.effect)],
      required: true,
      error,
      field: 'permission',
      onSelect: (permission) =>
        edit({
          permission,
          project: permissions.find(({ key }) => key === permission)?.scope === 'account' ? '' : draft.project,
        }),
    })}
    ${selectField({
      id: 'override-place',
      label: t('mate.override.place'),
      help: account ? t('mate.override.account') : '',
      value: draft.project,
      options: [
        { value: '', label: t('mate.override.everywhere') },
        ...projects.filter(({ archived }) => !archived).map(({ key, name }) => ({ value: key, label: name })),
      ],
      disabled: account,
      error,
      field: 'project',
      onSelect: (project) => edit({ project }),
    })}
  `;
}

/** What is deprecated can still be denied, and no longer be allowed. */
function bySpace({ t }: Context, permissions: Permission[], effect: 'allow' | 'deny') {
  return permissions
    .filter(({ deprecated }) => !deprecated || effect === 'deny')
    .sort((one, other) => SPACES.indexOf(one.space) - SPACES.indexOf(other.space) || one.bit - other.bit)
    .map(({ key, label, space }) => ({ value: key, label, group: t(`mate.space.${space}`) }));
}
