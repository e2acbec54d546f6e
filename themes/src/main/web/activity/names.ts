import type { Context } from '../frame/page.ts';
import type { AuditEntry, Project, Role, Team, Teammate } from '../frame/types.ts';

/** What things are called now. The log itself keeps ids and keys alone. */
export class Names {
  private readonly roles = new Map<string, string>();
  private readonly permissions = new Map<string, string>();
  private readonly teams = new Map<string, string>();
  private readonly projects = new Map<string, string>();
  private readonly people = new Map<string, string>();
  private readonly asked = new Set<string>();

  constructor(private readonly ctx: Context) {}

  /** Whatever of it the reader may see; the rest is shown by its key. */
  async load(): Promise<void> {
    const { workspace } = this.ctx;
    await Promise.all([
      workspace.all<Role>('roles').then((all) => all.forEach((one) => this.roles.set(one.key, one.name)), ignore),
      workspace.all<Team>('teams').then((all) => all.forEach((one) => this.teams.set(one.id, one.name)), ignore),
      workspace.all<Project>('projects').then((all) => all.forEach((one) => this.projects.set(one.key, one.name)), ignore),
      this.ctx
        .catalogue()
        .then((all) => all.permissions.forEach((one) => this.permissions.set(one.key, one.label)), ignore),
    ]);
  }

  /** Learns the people of some entries; those whom no entry names are looked up, each once. */
  async learn(entries: AuditEntry[]): Promise<void> {
    for (const { actor, subject } of entries) {
      if (actor.id && actor.name) this.people.set(actor.id, actor.name);
      if (subject.kind === 'teammate' && subject.name) this.people.set(subject.id, subject.name);
    }
    const wanted = entries
      .map((entry) => (entry.after ?? entry.before)?.['teammate'])
      .filter((id): id is string => typeof id === 'string' && !this.people.has(id) && !this.asked.has(id));
    await Promise.all(
      [...new Set(wanted)].map((id) => {
        this.asked.add(id);
        return this.ctx.workspace
          .get<Teammate>(`teammates/${encodeURIComponent(id)}`)
          .then((mate) => mate.name && this.people.set(id, mate.name), ignore);
      }),
    );
  }

  role = (key: string): string => this.roles.get(key) ?? key;
  permission = (key: string): string => this.permissions.get(key) ?? key;
  project = (key: string): string => this.projects.get(key) ?? key;
  team = (id: string): string => this.teams.get(id) ?? this.ctx.t('activity.who.team');
  person = (id: string): string => this.people.get(id) ?? this.ctx.t('activity.who.teammate');
}

/** Without the right to see them there are no names, and the log is readable all the same. */
const ignore = () => undefined;
