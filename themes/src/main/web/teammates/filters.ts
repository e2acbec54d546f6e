import { html, nothing, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { Role, Team } from '../frame/types.ts';
import { type Option, select } from '../parts/fields.ts';
import '../parts/search.ts';

export interface Filter {
  search: string;
  role: string;
  team: string;
  status: string;
  source: string;
  sort: string;
}

export const NO_FILTER: Filter = { search: '', role: '', team: '', status: '', source: '', sort: '' };

const STATUSES = ['active', 'suspended'];
const SOURCES = ['manual', 'import', 'keycloak', 'scim', 'default'];

/** Whether anybody is left out. */
export const filters = ({ sort: _, ...filter }: Filter): boolean => Object.values(filter).some(Boolean);

export function toolbar(
  ctx: Context,
  filter: Filter,
  roles: Role[],
  teams: Team[],
  narrow: (part: Partial<Filter>) => void,
): TemplateResult {
  const { t } = ctx;
  const one = (name: 'role' | 'team' | 'status' | 'source', options: Option[]) =>
    select({
      aria: t(`mates.filter.${name}`),
      value: filter[name],
      options: [{ value: '', label: t(`mates.filter.any.${name}`) }, ...options],
      onSelect: (value) => narrow({ [name]: value }),
    });
  return html`<div class="roster-toolbar" role="search">
    <roster-search
      .label=${t('mates.search')}
      .value=${filter.search}
      @roster-search=${(e: CustomEvent<string>) => narrow({ search: e.detail })}
    ></roster-search>
    ${one('role', roles.map(({ key, name }) => ({ value: key, label: name })))}
    ${one('status', STATUSES.map((status) => ({ value: status, label: t(`mates.status.${status}`) })))}
    ${one('source', SOURCES.map((source) => ({ value: source, label: t(`part.source.${source}`) })))}
    ${teams.length ? one('team', teams.map(({ id, name }) => ({ value: id, label: name }))) : nothing}
    ${filters(filter)
      ? html`<button type="button" class="pf-v5-c-button pf-m-link pf-m-small" @click=${() => narrow(NO_FILTER)}>
          ${t('mates.filter.clear')}
        </button>`
      : nothing}
  </div>`;
}
