import { NOTHING } from '../../../../contracts/scopes';
import type { Strapi } from '../../host/strapi';
import { runInFrame } from '../../kernel/frame';
import type { MemberActor } from '../../kernel/actor';
import type { Reach } from '../../kernel/reach';
import { accessOf } from '../access';
import type { EnforcementGate } from './gate';

/** Somebody who reaches nothing: every guarded statement of his must say so. */
const noReach: Reach = { roles: [], mayOwn: false, granted: new Map(), mask: () => NOTHING };
const CANARY: MemberActor = {
  kind: 'member',
  member: { documentId: 'roster-canary', name: 'canary', email: 'canary' },
  reach: noReach,
  holds: new Set(),
  territories: [],
  restriction: 'none',
  asOf: new Date(0),
};

interface Builder {
  init(params: object): { getKnexQuery(): { toString(): string } };
}

/** How the host writes "no row" (`whereIn` with an empty list). */
const NO_ROW = /\b1 = 0\b|\bfalse\b/i;

const isGuarded = (strapi: Strapi, uid: string): boolean => {
  try {
    const builder = strapi.db.entityManager as unknown as { createQueryBuilder(uid: string): Builder };
    return NO_ROW.test(builder.createQueryBuilder(uid).init({}).getKnexQuery().toString());
  } catch {
    return false;
  }
};

/**
 * Compiles a query on each governed type as somebody without any reach. Where the predicate is
 * missing from the SQL, the guard is not in force (a host upgrade, another plugin): that type is
 * closed with 503, and the rest of the site runs on.
 */
export const runCanary = (strapi: Strapi, gate: EnforcementGate): string[] => {
  const enforced = [...gate.bindings.values()].filter(({ mode }) => mode === 'enforce').map(({ type }) => type);
  const unguarded = enforced.filter((uid) => !runInFrame(CANARY, () => isGuarded(strapi, uid)));
  for (const uid of unguarded) {
    gate.close(uid);
    strapi.log.error(`roster: the guard is not in force on ${uid}; it answers 503 (ENFORCEMENT_UNAVAILABLE) until it is.`);
  }
  return unguarded;
};

/** A binding that was made in the panel and does not fit its type any more: nobody can tell what it was to guard. */
export const closeUnfit = (strapi: Strapi, gate: EnforcementGate): void => {
  for (const { type, problem, isClosed } of accessOf(strapi).unfit()) {
    if (isClosed) gate.close(type);
    strapi.log.error(`roster: the binding of ${type} does not fit it any more (${problem}); ${isClosed ? 'it answers 503 until that is mended' : 'it is left out'}.`);
  }
};
