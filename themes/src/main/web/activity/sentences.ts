import { html, type TemplateResult } from 'lit';
import type { Context } from '../frame/page.ts';
import type { AuditEntry } from '../frame/types.ts';
import type { Names } from './names.ts';

type State = Record<string, unknown>;
type Parts = Record<string, string>;

/** One entry as a sentence, with what it is about in bold. */
export function sentence(ctx: Context, names: Names, entry: AuditEntry): TemplateResult {
  const { key, parts, plain } = told(ctx, names, entry);
  return rich(ctx, `activity.${key}`, { actor: actor(ctx, entry), ...parts }, plain);
}

interface Told {
  key: string;
  parts: Parts;
  /** Which of the parts are no names, and stay as they are. */
  plain?: string[];
}

function told(ctx: Context, names: Names, entry: AuditEntry): Told {
  const { action } = entry;
  const before = entry.before ?? {};
  const after = entry.after ?? {};
  const kind = action.split('.')[0];
  const subject = subjectName(names, entry);
  if (action === 'teammate.joined' || action === 'teammate.removed') return comingAndGoing(names, entry, subject);
  if (action === 'teammate.role-changed') return roleChanged(ctx, names, subject, before, after);
  if (action === 'teammate.role-ended') {
    return { key: action, parts: { subject, before: names.role(text(before, 'role')), after: names.role(text(after, 'role')) } };
  }
  if (action === 'teammate.start-changed') return { key: action, parts: { subject, after: start(ctx, names, after) } };
  if (action === 'teammate.team-changed') {
    const key = after['member'] === true ? 'teammate.team-joined' : 'teammate.team-left';
    return { key, parts: { subject, team: names.team(text(after, 'team') || text(before, 'team')) } };
  }
  if (kind === 'override') return override(ctx, names, entry, subject);
  if (kind === 'grant') return grant(ctx, names, entry);
  if (kind === 'environment') {
    const [project = '', environment = ''] = entry.subject.id.split('/');
    const named = { project: names.project(project), ...ofNames(before, after, environment) };
    return { key: action, parts: named };
  }
  if (kind === 'team' || kind === 'role' || kind === 'project') return { key: action, parts: ofNames(before, after, subject) };
  if (kind === 'client') return { key: action, parts: { client: text(after, 'client') || text(before, 'client') || subject } };
  if (action === 'workspace.orphaned') return { key: after['forced'] === true ? `${action}.forced` : action, parts: {} };
  if (action === 'workspace.plan-changed') {
    return { key: action, parts: { before: text(before, 'plan'), after: text(after, 'plan') } };
  }
  return ctx.t(`activity.${action}`) === `activity.${action}`
    ? { key: 'unknown', parts: { action, subject }, plain: ['actor', 'action'] }
    : { key: action, parts: { subject } };
}

/** Whoever has no account any more, or whom the reader may not see, is told of by what they are. */
function actor(ctx: Context, { actor: who, client }: AuditEntry): string {
  if (who.name) return who.name;
  if (who.kind === 'service-account') {
    return client ? ctx.t('activity.who.service-account', { client }) : ctx.t('activity.who.service');
  }
  return ctx.t(who.kind === 'administrator' && who.realm ? 'activity.who.elsewhere' : `activity.who.${who.kind}`);
}

function subjectName(names: Names, { subject }: AuditEntry): string {
  if (subject.name) return subject.name;
  if (subject.kind === 'teammate') return names.person(subject.id);
  if (subject.kind === 'role') return names.role(subject.id);
  return subject.kind === 'project' ? names.project(subject.id) : subject.id;
}

function comingAndGoing(names: Names, { action, actor: who, subject: { id }, before, after }: AuditEntry, subject: string): Told {
  const self = who.id === id || who.kind === 'server';
  return {
    key: self ? `${action}.self` : action,
    parts: { subject, role: names.role(text(after ?? before ?? {}, 'role')) },
  };
}

function roleChanged(ctx: Context, names: Names, subject: string, before: State, after: State): Told {
  const parts = {
    subject,
    before: names.role(text(before, 'role')),
    after: names.role(text(after, 'role')),
    until: until(ctx, after),
    next: names.role(text(after, 'next')),
  };
  if (before['role'] === after['role']) return { key: 'teammate.role-changed.end', parts, plain: ['until'] };
  return after['until']
    ? { key: 'teammate.role-changed.until', parts, plain: ['until'] }
    : { key: 'teammate.role-changed', parts };
}

function override(ctx: Context, names: Names, { action, before, after }: AuditEntry, subject: string): Told {
  const state = after ?? before ?? {};
  const project = text(state, 'project');
  return {
    key: `${action}.${text(state, 'effect') === 'deny' ? 'deny' : 'allow'}`,
    parts: {
      subject,
      permission: names.permission(text(state, 'permission')),
      where: project ? ctx.t('activity.inProject', { project: names.project(project) }) : ctx.t('activity.everywhere'),
      until: until(ctx, state),
    },
    plain: ['where', 'until'],
  };
}

function grant(ctx: Context, names: Names, { action, before, after }: AuditEntry): Told {
  const state = after ?? before ?? {};
  const role = text(state, 'role');
  return {
    key: action,
    parts: {
      whom: state['team'] ? names.team(text(state, 'team')) : names.person(text(state, 'teammate')),
      project: names.project(text(state, 'project')),
      as: role ? ctx.t('activity.grant.role', { role: names.role(role) }) : ctx.t('activity.grant.own'),
      until: until(ctx, state),
    },
    plain: ['as', 'until'],
  };
}

const ofNames = (before: State, after: State, otherwise: string): Parts => ({
  before: text(before, 'name') || otherwise,
  after: text(after, 'name') || text(before, 'name') || otherwise,
});

function start(ctx: Context, names: Names, after: State): string {
  const project = text(after, 'project');
  const place = project ? names.project(project) : ctx.t('activity.start.first');
  const environment = text(after, 'environment');
  return environment ? `${place} / ${environment}` : place;
}

function until(ctx: Context, state: State): string {
  const end = text(state, 'until');
  return end ? ctx.t('activity.until', { until: ctx.texts.time(end) }) : ctx.t('activity.forEver');
}

function text(state: State, field: string): string {
  const value = state[field];
  return typeof value === 'string' ? value : '';
}

const EDGE = '\u0000';

/** A text whose arguments are bold, but for some. */
function rich(ctx: Context, key: string, parts: Parts, plain: string[] = []): TemplateResult {
  const marks = Object.fromEntries(Object.keys(parts).map((name) => [name, EDGE + name + EDGE]));
  const pieces = ctx.t(key, marks).split(EDGE);
  return html`${pieces.map((piece, at) =>
    at % 2 === 0 ? piece : plain.includes(piece) ? parts[piece] : html`<strong>${parts[piece]}</strong>`,
  )}`;
}
