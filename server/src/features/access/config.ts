import { z } from 'zod';
import { AUDIT_DEPTHS, MODES, NON_MEMBERS } from '../../kernel/binding';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'use lower case letters, digits and underscores, letter first');

/**
 * A feature of the site's own, beside the eleven of the preset.
 * `actions` defaults to the eight standard ones; a site may name others (`publish`, `subscribe`).
 */
const feature = z.strictObject({
  actions: z.array(key).nonempty().optional(),
});

/**
 * What a feature governs.
 *
 * - `feature`: the feature whose row of the matrix decides.
 * - `kind`: `record`, `detail` (of a `parent`), `run` (on a `target`), `personal` or `definition`.
 * - `parent`, `target`: the to-one relation to the record that decides.
 * - `owns`: records have one owner and co-owners (kind `record` only).
 * - `territory`: a text that holds the key of a territory, or a to-one relation to what has one (kind `record` only).
 * - `value`: the attribute that says what a record is worth.
 * - `fields`: attributes that another feature owns, by feature.
 * - `mode`: `enforce`, `observe` (the host's own answers, and a report of who would lose what) or `off`;
 *   without it the plugin's own `mode`.
 * - `nonMembers`: `closed`, or `strapi` for what the host alone gives to whoever is no member.
 * - `audit`: `fact`, or `changes` for the values of each changed field before and after, without secrets; without it,
 *   `changes` for kind `definition`.
 *
 * @default nonMembers closed
 */
const binding = z.strictObject({
  feature: z.string(),
  kind: z.string(),
  parent: z.string().optional(),
  target: z.string().optional(),
  owns: z.boolean().optional(),
  territory: z.string().optional(),
  value: z.string().optional(),
  fields: z.record(z.string(), z.array(z.string()).nonempty()).optional(),
  mode: z.enum(MODES).optional(),
  nonMembers: z.enum(NON_MEMBERS).optional(),
  audit: z.enum(AUDIT_DEPTHS).optional(),
});

/**
 * How far every binding goes that does not say it itself, and every route that `plugin::roster.can` binds.
 *
 * @default enforce
 */
const mode = z.enum(MODES);

export const accessConfig = {
  features: z.record(key, feature).optional(),
  bindings: z.record(z.string(), binding).optional(),
  mode: mode.optional(),
} as const;
