// SPDX-License-Identifier: Apache-2.0
// Generated from docs/reference/openapi.json by ./dev docs; the build fails where it is stale.

export type AuditActorKind = 'person' | 'administrator' | 'service-account' | 'server';

/** Who did it. */
export interface AuditActor {
  kind: AuditActorKind;
  /** Keycloak's id of the user; null for the server */
  id: string | null;
  /** Present name */
  name: string | null;
  /** Id of the realm of an administrator of another one */
  realm: string | null;
}

/** One change of access. What isn't known or isn't the caller's to see is null. */
export interface AuditEntry {
  /** Rises with each entry */
  id: string;
  time: string;
  /** What was done */
  action: string;
  actor: AuditActor;
  subject: AuditSubject;
  /** How it was; `omitted` stands for what was too long to keep */
  before: Record<string, unknown> | null;
  /** How it is since */
  after: Record<string, unknown> | null;
  /** By what way it came, in the words of a teammate's `source` */
  source: string;
  /** Client id of the caller's token */
  client: string | null;
  /** Internet address of the caller */
  address: string | null;
}

/** One page of a list. */
export interface AuditEntryPage {
  items: AuditEntry[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** For whom or what it was done. */
export interface AuditSubject {
  /** What kind of thing, such as `teammate`, `role`, `project`, `grant` or `realm` */
  kind: string;
  /** Keycloak's id of it, or the key of a role or project */
  id: string;
  /** Present name */
  name: string | null;
}

/** Where the service account of a client acts. */
export interface Binding {
  clientId: string;
  /** In all workspaces, those to come included */
  all: boolean;
  /** Aliases, in their order; empty with `all` */
  workspaces: string[];
  /** Changes with each change; the `ETag` without its quotes */
  version: string;
}

/** One page of a list. */
export interface BindingPage {
  items: Binding[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** What permissions and presets the realm has. */
export interface Catalogue {
  /** Rises when the catalogue changes, and is `cat` in the claim */
  number: number;
  permissions: Permission[];
  presets: Preset[];
}

/** You can't give or change permissions that you don't have. */
export interface CeilingProblem {
  type: 'urn:roster:problem:ceiling';
  /** For people */
  title: string;
  status: 403;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** The permissions that the caller lacks */
  missing: string[];
}

/** What a grant shall be; what is left out is taken away. */
export interface ChangedGrant {
  /** Key of a role of this workspace that isn't hidden; null lets them use their workspace role */
  role?: string | null;
  /** When it ends, ahead of now; null for never */
  until?: string | null;
}

/** There is already one like it. */
export interface DuplicateProblem {
  type: 'urn:roster:problem:duplicate';
  /** For people */
  title: string;
  status: 409;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** Key of the project, or id of the grant or override, that is there already */
  existing?: string;
}

/** Reason and end of an override. What is left out or null, it has none of. */
export interface EditedOverride {
  /** Why, for people */
  reason?: string | null;
  /** The first moment at which it no longer counts; for ever without it */
  until?: string | null;
}

/** What a project shall be; `open` that is left out or null stays. */
export interface EditedProject {
  name: string;
  /** Whether every teammate gets in */
  open?: boolean | null;
}

/** What a role shall be. A description or `hidden` that is left out or null stays as it is. */
export interface EditedRole {
  name: string;
  description?: string | null;
  /** All its keys */
  permissions: string[];
  /** For presets: whether pickers leave it out */
  hidden?: boolean | null;
}

/** What counts here. */
export interface EffectiveSettings {
  /** Key of a role */
  defaultRole: string;
  invitationLife: string;
  overrides: boolean;
  contact: string;
  environments: string[];
}

/** An environment of a project. */
export interface Environment {
  /** Never changes and is never used again */
  key: string;
  name: string;
  archived: boolean;
}

/** You may not do this. */
export interface ForbiddenProblem {
  type: 'urn:roster:problem:forbidden';
  /** For people */
  title: string;
  status: 403;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** On the people's surface: the permission that is missing */
  missing?: string[];
}

/** The plan that a workspace shall have. */
export interface GivenPlan {
  /** Key of the plan; null for the realm's default */
  plan?: string | null;
}

export type GrantSource = 'manual' | 'import' | 'keycloak' | 'scim' | 'default';

/** What lets a team or a teammate into a project. */
export interface Grant {
  id: string;
  /** Key of the project */
  project: string;
  /** Id of the team; null for a grant to a teammate */
  team: string | null;
  /** Keycloak's id of the user; null for a grant to a team */
  teammate: string | null;
  /** Name of the team or teammate, where the caller may see it */
  name: string | null;
  /** Key of the role that it gives in the project; null where it lets them use their workspace role */
  role: string | null;
  /** Name of that role in this workspace */
  roleName: string | null;
  /** When it ends; null for never */
  until: string | null;
  /** Where it came from */
  source: GrantSource;
  /** When it was made */
  made: string;
  /** Rises with each change; the `ETag` without its quotes */
  version: string;
}

/** One page of a list. */
export interface GrantPage {
  items: Grant[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** It is still in use. */
export interface InUseProblem {
  type: 'urn:roster:problem:in-use';
  /** For people */
  title: string;
  status: 409;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** What uses it */
  usedBy: Users[];
}

/** The token lacks the scope for this call. */
export interface InsufficientScopeProblem {
  type: 'urn:roster:problem:insufficient-scope';
  /** For people */
  title: string;
  status: 403;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** The scope that the token lacks */
  scope: string;
}

/** A valid token for this API is needed. */
export interface InvalidTokenProblem {
  type: 'urn:roster:problem:invalid-token';
  /** For people */
  title: string;
  status: 401;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

/** What Keycloak answers where it doesn't ask Roster. */
export interface KeycloakError {
  error: string;
  error_description?: string;
}

/** Nobody would be left who can run the workspace. */
export interface LastAdminProblem {
  type: 'urn:roster:problem:last-admin';
  /** For people */
  title: string;
  status: 409;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

export type ListedWorkspaceAdministration = 'unassigned' | 'standing' | 'orphaned';

/** A workspace, which is an organization of the realm. */
export interface ListedWorkspace {
  /** Keycloak's id of the organization */
  id: string;
  /** By which it is called */
  alias: string;
  name: string;
  /** Whether the organization is enabled */
  enabled: boolean;
  /** `standing` where somebody of its own can run it, `unassigned` where nobody was named yet, `orphaned` where nobody is left */
  administration: ListedWorkspaceAdministration;
  /** Since when it is orphaned */
  orphanedSince: string | null;
  /** Whether the caller may manage the organization, and not just view it */
  manages: boolean;
}

/** One page of a list. */
export interface ListedWorkspacePage {
  items: ListedWorkspace[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** What the caller may do in the workspace. */
export interface Me {
  /** Keycloak's id of the user */
  user: string;
  workspace: Workspace;
  /** Key of the role */
  role: string;
  /** Keys of what they may do in the workspace, in the order of bits */
  permissions: string[];
  /** By key of a project that they can open: what they may do there */
  projects: Record<string, string[]>;
  /** What the workspace's plan unlocks; `everything` has what comes later too */
  entitlements: string[];
}

/** What an environment is called. */
export interface NamedEnvironment {
  name: string;
}

/** What a team shall be called. */
export interface NamedTeam {
  name: string;
}

/** Whom to let into the project: either a team or a teammate. */
export interface NewGrant {
  /** Id of a team of this workspace */
  team?: string | null;
  /** Keycloak's id of a teammate of this workspace */
  teammate?: string | null;
  /** Key of a role of this workspace that isn't hidden; null lets them use their workspace role */
  role?: string | null;
  /** When it ends, ahead of now; null for never */
  until?: string | null;
}

export type NewOverrideEffect = 'allow' | 'deny';

/** An override to make. */
export interface NewOverride {
  effect: NewOverrideEffect;
  /** Key of a permission of the catalogue */
  permission: string;
  /** Key of the only project where it shall count; everywhere without it */
  project?: string | null;
  /** Why, for people */
  reason?: string | null;
  /** The first moment at which it no longer counts; for ever without it */
  until?: string | null;
}

/** A project to make. */
export interface NewProject {
  /** Never changes and is never used again */
  key: string;
  name: string;
}

/** A custom role to make. */
export interface NewRole {
  name: string;
  description?: string | null;
  /** Key of the role that it starts from */
  from: string;
  /** Keys that it has besides */
  add?: string[] | null;
  /** Keys that it lacks */
  remove?: string[] | null;
}

/** Into which project to let the team. */
export interface NewTeamGrant {
  /** Key of a project of this workspace */
  project: string;
  /** Key of a role of this workspace that isn't hidden; null lets them use their workspace role */
  role?: string | null;
  /** When it ends, ahead of now; null for never */
  until?: string | null;
}

/** There is no such thing here. */
export interface NotFoundProblem {
  type: 'urn:roster:problem:not-found';
  /** For people */
  title: string;
  status: 404;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

/** Something has to be set up first. */
export interface NotReadyProblem {
  type: 'urn:roster:problem:not-ready';
  /** For people */
  title: string;
  status: 409;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

export type OverrideEffect = 'allow' | 'deny';

export type OverrideSource = 'manual' | 'import' | 'keycloak' | 'scim' | 'default';

/** One permission that is allowed or denied to one teammate, on top of the role. */
export interface Override {
  id: string;
  /** A denial beats whatever gives the permission */
  effect: OverrideEffect;
  /** Key of the permission */
  permission: string;
  /** Key of the only project where it counts; null for the workspace and all its projects */
  project: string | null;
  /** Why, for people */
  reason: string | null;
  /** The first moment at which it no longer counts; null for ever */
  until: string | null;
  /** Where it came from */
  source: OverrideSource;
  /** Id of the user who made it; null once there is no such account any more */
  madeBy: string | null;
  madeAt: string;
  /** The teammate's: rises with each change of theirs; the `ETag` without its quotes */
  version: string;
}

/** One page of a list. */
export interface OverridePage {
  items: Override[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** What is said here; null is as the level above has it. */
export interface OwnSettings {
  /** Key of a role */
  defaultRole: string | null;
  invitationLife: string | null;
  overrides: boolean | null;
  contact: string | null;
  environments: string[] | null;
}

/** A workspace that the caller is in. */
export interface OwnWorkspace {
  id: string;
  /** Never changes */
  alias: string;
  name: string;
  /** Key of the role that counts now */
  role: string;
  /** Name of the role in this workspace */
  roleName: string;
}

/** One page of a list. */
export interface OwnWorkspacePage {
  items: OwnWorkspace[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

export type PermissionSpace = 'shared' | 'personal' | 'account';

export type PermissionScope = 'account' | 'project';

export type PermissionRisk = 'low' | 'high';

/** One entry of the catalogue. Key and bit belong together for ever. */
export interface Permission {
  bit: number;
  key: string;
  /** For people */
  label: string;
  space: PermissionSpace;
  /** Where it counts: `account` in the workspace alone */
  scope: PermissionScope;
  /** Warns people, and decides nothing */
  risk: PermissionRisk;
  /** What the workspace's plan must have for it */
  entitlement: string | null;
  /** Whether it can't be newly given any more */
  deprecated: boolean;
}

/** What the realm sells under a name. */
export interface Plan {
  /** Never changes */
  key: string;
  name: string;
  /** What it unlocks; `everything` has what comes later too */
  entitlements: string[];
  /** Whether workspaces have it that were given none */
  byDefault: boolean;
  /** Changes with each change; the `ETag` without its quotes */
  version: string;
}

/** One page of a list. */
export interface PlanPage {
  items: Plan[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** The plan of this workspace doesn't have this. */
export interface PlanRequiredProblem {
  type: 'urn:roster:problem:plan-required';
  /** For people */
  title: string;
  status: 403;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** The name of the workspace's plan */
  plan: string;
  /** Whom to ask, in words for people; may be empty */
  contact: string;
}

/** A preset as the realm has it; workspaces can edit theirs. */
export interface Preset {
  key: string;
  name: string;
  description: string;
  /** Keys, in the order of bits */
  permissions: string[];
}

/** A project of a workspace. */
export interface Project {
  /** Never changes and is never used again */
  key: string;
  name: string;
  /** Whether every teammate gets in, with the workspace role */
  open: boolean;
  /** Whether nobody has anything in it */
  archived: boolean;
  /** In the order in which they came, archived ones too */
  environments: Environment[];
  /** Rises with each change; the `ETag` without its quotes */
  version: string;
}

/** One page of a list. */
export interface ProjectPage {
  items: Project[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** The state of Roster in the realm. */
export interface RealmState {
  enabled: boolean;
  /** Whether the realm's attributes ask for what wasn't done yet: the server's log says why */
  waiting: boolean;
  /** Whether organizations are on in the realm */
  organizations: boolean;
  /** Number of the catalogue; null where Roster was never switched on */
  catalogue: number | null;
  /** The pack that was chosen at first */
  presetPack: string | null;
  /** Keys, in their order */
  presets: string[];
}

export type RoleKind = 'preset' | 'custom';

/** A role as this workspace has it. */
export interface Role {
  /** Never changes */
  key: string;
  name: string;
  description: string;
  kind: RoleKind;
  /** Whether it is a preset that differs from the realm's */
  edited: boolean;
  /** Whether pickers leave it out */
  hidden: boolean;
  /** Key of the role that a custom one started from; null for a preset */
  from: string | null;
  /** Keys, in the order of bits */
  permissions: string[];
  /** What the realm's preset doesn't have */
  added: string[];
  /** What only the realm's preset has */
  removed: string[];
  /** Rises with each change; the `ETag` without its quotes */
  version: string;
}

/** Which role a teammate gets. */
export interface RoleAssignment {
  /** Key of a role of this workspace that isn't hidden */
  role: string;
  /** The first moment at which it no longer counts; for ever without it */
  until?: string | null;
  /** With `until`: key of the role that follows, without an end; the role of whoever joins where it isn't said */
  then?: string | null;
}

/** One page of a list. */
export interface RolePage {
  items: Role[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** The customer's identity provider manages it. */
export interface ScimManagedProblem {
  type: 'urn:roster:problem:scim-managed';
  /** For people */
  title: string;
  status: 409;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

/** A session of a teammate, as far as it is for the workspace. */
export interface Session {
  /** Of this session for this workspace; not Keycloak's own id of it */
  id: string;
  /** Since when an app has tokens in it */
  started: string;
  /** When an app last got tokens */
  used: string;
  /** Whether it goes on without anybody being signed in */
  offline: boolean;
  /** From where the person signed in, as far as Keycloak knows */
  address: string | null;
  /** The clients that have tokens for the workspace */
  apps: SessionApp[];
}

/** A client that has tokens for the workspace. */
export interface SessionApp {
  /** Its client id */
  client: string;
  /** Its name for people */
  name: string | null;
}

/** One page of a list. */
export interface SessionPage {
  items: Session[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** What is set, and what counts. */
export interface Settings {
  own: OwnSettings;
  effective: EffectiveSettings;
  /** Changes with each change, of the realm's settings too; the `ETag` without its quotes */
  version: string;
}

/** It was changed since you read it. */
export interface StaleProblem {
  type: 'urn:roster:problem:stale';
  /** For people */
  title: string;
  status: 412;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

/** How to switch on. */
export interface SwitchOn {
  /** The preset pack; chosen once, `default` unless said */
  presets?: string | null;
}

/** What switching on did. */
export interface SwitchReport {
  enabled: boolean;
  /** What wasn't there before, in words */
  made: string[];
  /** What was there already and stays as it is, in words */
  found: string[];
  /** How many members became teammates */
  teammates: number;
}

/** A group of the organization, directly under it. */
export interface Team {
  /** Keycloak's id of the group */
  id: string;
  name: string;
  /** Another one with each change; the `ETag` without its quotes */
  version: string;
}

/** Somebody in a team. What identifies the person is null where the caller may not see it. */
export interface TeamMember {
  /** Keycloak's id of the user */
  id: string;
  username: string | null;
  /** First and last name, else the user name */
  name: string | null;
  email: string | null;
}

/** One page of a list. */
export interface TeamMemberPage {
  items: TeamMember[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** One page of a list. */
export interface TeamPage {
  items: Team[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

export type TeammateStatus = 'active' | 'suspended';

export type TeammateSource = 'manual' | 'import' | 'keycloak' | 'scim' | 'default';

/** Somebody's place in a workspace. What identifies the person is null where the caller may not see it. */
export interface Teammate {
  /** Keycloak's id of the user */
  id: string;
  username: string | null;
  /** First and last name, else the user name */
  name: string | null;
  email: string | null;
  /** Key of the role that counts now */
  role: string;
  /** Name of the role in this workspace */
  roleName: string;
  /** The first moment at which the role no longer counts; null where it has no end */
  until: string | null;
  /** Key of the role that counts from then on */
  next: string | null;
  status: TeammateStatus;
  /** Where the role came from */
  source: TeammateSource;
  joined: string;
  /** Key of the project where they start; null for the workspace's first */
  project: string | null;
  /** Key of its environment; null for the workspace's first */
  environment: string | null;
  /** Rises with each change; the `ETag` without its quotes */
  version: string;
}

/** One page of a list. */
export interface TeammatePage {
  items: Teammate[];
  /** To send as `after` for the next page; null on the last */
  next: string | null;
}

/** The request is too large. */
export interface TooLargeProblem {
  type: 'urn:roster:problem:too-large';
  /** For people */
  title: string;
  status: 413;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

/** The request comes in a form that this API doesn't read. */
export interface UnsupportedProblem {
  type: 'urn:roster:problem:unsupported';
  /** For people */
  title: string;
  status: 400;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
}

/** Of one kind, how many use it, and the ids of the first ten. */
export interface Users {
  kind: string;
  count: number;
  first: string[];
}

/** The request is not valid. */
export interface ValidationProblem {
  type: 'urn:roster:problem:validation';
  /** For people */
  title: string;
  status: 400;
  /** For people: what to send instead */
  detail: string;
  /** The path that was called */
  instance: string;
  /** What is wrong */
  violations: Violation[];
}

/** A field of the request that is wrong. */
export interface Violation {
  /** Its name in the body, the query or the path */
  field: string;
  message: string;
}

/** Either `all`, or the workspaces by name. */
export interface WantedBinding {
  /** In all workspaces, those to come included */
  all?: boolean | null;
  /** Aliases */
  workspaces?: string[] | null;
}

/** What a plan shall be. */
export interface WantedPlan {
  name: string;
  /** What it unlocks */
  entitlements: string[];
}

/** All that shall be said here. What is null or left out is as the level above has it. */
export interface WantedSettings {
  /** Key of a role; of the realm's, a preset */
  defaultRole?: string | null;
  /** From `PT1H` to `P90D` */
  invitationLife?: string | null;
  /** Whether single permissions can be allowed or denied to a teammate */
  overrides?: boolean | null;
  /** Whom to ask; `""` for nobody */
  contact?: string | null;
  /** Keys, `production` among them */
  environments?: string[] | null;
}

/** Where a teammate starts. What is left out or null is the workspace's first. */
export interface WantedStart {
  /** Key of a project of this workspace */
  project?: string | null;
  /** Key of an environment */
  environment?: string | null;
}

/** A Keycloak organization. */
export interface Workspace {
  id: string;
  /** Never changes */
  alias: string;
  name: string;
}

/** What the plan of a workspace unlocks. */
export interface WorkspacePlan {
  /** Key of the plan */
  plan: string;
  name: string;
  /** Whether it was given to this workspace; else it is the realm's default */
  own: boolean;
  /** What it unlocks; `everything` has what comes later too */
  entitlements: string[];
  /** Whom to ask for more, in words for people; may be empty */
  contact: string;
  /** Changes with each change; the `ETag` without its quotes */
  version: string;
}

/** Every refusal of Roster's own; tell them apart by `type`. */
export type Problem =
  | CeilingProblem
  | DuplicateProblem
  | ForbiddenProblem
  | InUseProblem
  | InsufficientScopeProblem
  | InvalidTokenProblem
  | LastAdminProblem
  | NotFoundProblem
  | NotReadyProblem
  | PlanRequiredProblem
  | ScimManagedProblem
  | StaleProblem
  | TooLargeProblem
  | UnsupportedProblem
  | ValidationProblem;
