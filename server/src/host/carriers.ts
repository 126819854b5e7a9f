import type { Gate } from './gate';
import { applyPredicate, from, metaOf } from './predicate-sql';
import type { Strapi } from './strapi';

/** Types of the host whose rows speak of records of other types, by the attributes that name type and record. */
const CARRIERS: Readonly<Record<string, { readonly type: string; readonly record: string }>> = {
  // Whole copies of records, field by field (content history, with a licence; the table is always there).
  'plugin::content-manager.history-version': { type: 'contentType', record: 'relatedDocumentId' },
  // What a release will publish (with a licence).
  'plugin::content-releases.release-action': { type: 'contentType', record: 'entryDocumentId' },
};

export const isCarrier = (uid: string): boolean => uid in CARRIERS;

/**
 * The rows of a carrier that speak of what the actor may see: of records within his reach, and of types
 * that nobody governs. A copy holds every field, so where one of them is closed to him the copies are too.
 */
export const carriedWithinReach = (strapi: Strapi, gate: Gate, uid: string): Record<string, unknown> | undefined => {
  const names = CARRIERS[uid];
  const governed = Object.keys(strapi.contentTypes).filter((type) => gate.governs(type));
  if (!names || governed.length === 0) return undefined;
  const seen = governed.flatMap((type) => {
    const predicate = gate.predicate(type, 'read');
    if (predicate.kind === 'never' || gate.narrowFields(type).size > 0) return [];
    if (predicate.kind === 'always') return [{ [names.type]: type }];
    const records = from(strapi, `${metaOf(strapi, type).tableName} as rc`).select('rc.document_id');
    applyPredicate(strapi, records, predicate, { uid: type, alias: 'rc' });
    return [{ [names.type]: type, [names.record]: { $in: records } }];
  });
  return { $or: [{ [names.type]: { $notIn: governed } }, ...seen] };
};
