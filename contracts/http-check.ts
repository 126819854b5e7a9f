import { z } from 'zod';
import { ERRORS, type ErrorCode } from './errors';
import { SCOPES } from './scopes';

const answer = z.strictObject({
  allowed: z.boolean(),
  /** How far the permission reaches; nothing where there is none. */
  scopes: z.array(z.enum(SCOPES)),
  /** Why not. A hidden record is NOT_FOUND, like one that is not there. */
  code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]).optional(),
});

/** `POST …/roster/check`: one answer for each question, in their order. */
export const checkResponse = z.strictObject({ data: z.array(answer) });

const why = z.strictObject({
  roles: z.array(z.string()),
  feature: z.string(),
  /** How far the roles let one see records of this type. */
  scopes: z.array(z.enum(SCOPES)),
  /** The scopes within which this record lies. */
  within: z.array(z.enum(SCOPES)),
  /** The record that decides for this one, where it is not this one itself. */
  through: z.strictObject({ type: z.string(), displayName: z.string(), documentId: z.string() }).nullable(),
});

/** `viewerCan` of a record: each action of the feature that governs its type, but to create. */
export type Abilities = Readonly<Record<string, boolean>>;

/** `GET …/roster/records/:type/:documentId/why`: why one sees a record. */
export const whyResponse = z.strictObject({ data: why });

export type CheckAnswers = z.infer<typeof checkResponse>['data'];
export type WhyVisible = z.infer<typeof why>;
