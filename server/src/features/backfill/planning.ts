import type { BackfillRequest } from '../../../../contracts/http-backfill';
import { keyFields, ownerFields } from '../../host/owner-fields';
import type { Strapi } from '../../host/strapi';
import { RosterError } from '../../kernel/errors';
import { groupBy } from '../../kernel/group-by';
import type { Predicate } from '../../kernel/predicate';
import { booksOf, possibleOwners } from '../books';
import { judge, type Claim, type Conflict } from './domain/judge';
import { claimsFromField } from './from-field';
import { claimsFromFile, type FileClaims } from './from-file';
import { readPeople } from './people';

const CHUNK = 1_000;

export interface BackfillPlan {
  readonly goals: readonly { readonly record: string; readonly to: string }[];
  readonly conflicts: readonly Conflict[];
  /** Records, or lines of the file. */
  readonly examined: number;
}

export interface BackfillInput extends BackfillRequest {
  /** The file, where the request is about one. */
  readonly bytes?: Uint8Array;
  /** The rows that the caller sees. */
  readonly within: Predicate;
}

/** @throws RosterError VALIDATION_FAILED naming the field, the column or the line at fault */
const claimsOf = async (strapi: Strapi, { type, from, bytes, within }: BackfillInput): Promise<FileClaims> => {
  const people = await readPeople(strapi);
  if ('field' in from) {
    const field = ownerFields(strapi, type).find(({ path }) => path === from.field);
    if (!field) throw new RosterError('VALIDATION_FAILED', `"${from.field}" is no field that could name an owner.`, { path: 'data.from.field' });
    const claims = await claimsFromField(strapi, type, { field, within, people });
    return { claims, conflicts: [], lines: claims.length };
  }
  if (!keyFields(strapi, type).includes(from.file.key)) throw new RosterError('VALIDATION_FAILED', `No record is known by "${from.file.key}".`, { path: 'data.from.file.key' });
  if (!bytes) throw new RosterError('VALIDATION_FAILED', 'The request has no file.', { path: 'file' });
  return claimsFromFile(strapi, type, { bytes, file: from.file, within, people });
};

const conflictsOf = ({ record, lines, named }: Claim, reason: Conflict['reason']): Conflict[] => {
  const value = named.length > 0 ? [...new Set(named)].join(', ') : null;
  return (lines.length > 0 ? lines : [null]).map((line) => ({ reason, record, line, value }));
};

/**
 * What a site, or a file, says about who owns what: what can be done, and what can't. Nothing is changed.
 * @throws RosterError VALIDATION_FAILED naming the field, the column or the line at fault
 */
export const planBackfill = async (strapi: Strapi, input: BackfillInput): Promise<BackfillPlan> => {
  const { claims, conflicts, lines } = await claimsOf(strapi, input);
  const able = new Set((await possibleOwners(strapi)).map(({ documentId }) => documentId));
  const plan = { goals: [] as { record: string; to: string }[], conflicts: [...conflicts], examined: lines };
  for (let start = 0; start < claims.length; start += CHUNK) {
    const part = claims.slice(start, start + CHUNK);
    const entries = groupBy(await booksOf(strapi).entriesOf(input.type, part.map(({ record }) => record)), ({ record }) => record);
    for (const claim of part) {
      const owner = entries.get(claim.record)?.find(({ kind }) => kind === 'owner')?.member ?? null;
      const verdict = judge(claim, { owner, mayOwn: (member) => able.has(member), replace: input.replace });
      if (verdict === 'unchanged') continue;
      if ('to' in verdict) plan.goals.push({ record: claim.record, to: verdict.to });
      else plan.conflicts.push(...conflictsOf(claim, verdict.reason));
    }
  }
  return plan;
};
