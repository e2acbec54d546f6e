/** The types of the API, and two shapes that the generated ones don't have. */
import type { Users, Violation } from '../schema.ts';

export type * from '../schema.ts';

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Any answer of the kind application/problem+json; which extras there are depends on the code. */
export interface AnyProblem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  instance?: string;
  violations?: Violation[];
  usedBy?: Users[];
  missing?: string[];
  existing?: string;
  plan?: string;
  contact?: string;
}

/** A workspace that somebody is in. */
export interface OwnWorkspace {
  id: string;
  alias: string;
  name: string;
  role: string;
  roleName: string;
}
