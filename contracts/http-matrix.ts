import { z } from 'zod';
import { DOORS } from './standard-roles';

/** Text per language; English is always there. */
const localized = z.record(z.string(), z.string());

const role = z.strictObject({
  key: z.string(),
  kind: z.enum(['standard', 'custom']),
  label: localized,
  description: localized,
  doors: z.enum(DOORS),
  mayOwn: z.boolean(),
  /** Its cells are read-only. */
  locked: z.boolean(),
  /** Scope by feature and action; an action that the feature does not have is not there. */
  cells: z.record(z.string(), z.record(z.string(), z.string())),
});

/** `GET …/roster/matrix`: features and actions in their order, one object per role. */
export const matrixResponse = z.strictObject({
  data: z.strictObject({
    revision: z.number(),
    features: z.array(z.strictObject({ key: z.string(), actions: z.array(z.string()) })),
    /** All actions of all features, the standard ones first. */
    actions: z.array(z.string()),
    standardActions: z.array(z.string()),
    roles: z.array(role),
  }),
});

export type Matrix = z.infer<typeof matrixResponse>['data'];
export type MatrixRole = z.infer<typeof role>;
