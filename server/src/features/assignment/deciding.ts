import type { Entry, Reason } from '../books';
import { chooseInTurn } from './choosing';
import { tell } from './domain/values';
import type { Pool } from './pool';
import { isLive, type Rule } from './rule';
import type { Rulebook } from './rulebook';
import type { Turns } from './turns';

/** What rules make of a record. */
export type Outcome =
  | { readonly kind: 'stay' }
  | { readonly kind: 'wait'; readonly rule: Rule }
  | { readonly kind: 'give'; readonly to: string | null; readonly coOwners: readonly string[]; readonly rule: Rule; readonly source: 'rule' | 'rotation' };

/** What a decision asks of the world around it: the site's own, or a rehearsal's. */
export interface World {
  readonly now: Date;
  readonly turns: Turns;
  /** Who may own: read when it is asked for, and inside of a turn anew. */
  pool(isTurn: boolean): Promise<Pool>;
  /** Attribute of the binding that holds the territory. */
  readonly territory: string | undefined;
}

const STAY: Outcome = { kind: 'stay' };

/** Rules leave alone what a person did, and what was there before there were rules. */
const isSticky = (owner: Entry | undefined): boolean => owner !== undefined && owner.source !== 'rule' && owner.source !== 'rotation';

/** A territory is a key, or a related record that has one. */
const territoryOf = (record: unknown, attribute: string | undefined): string | undefined => {
  if (attribute === undefined) return undefined;
  const key = tell(record, attribute, 'text') ?? tell(record, `${attribute}.key`, 'text') ?? tell(record, attribute, 'relation');
  return typeof key === 'string' ? key : undefined;
};

/** To whom one rule gives a record. `unavailable`: its target may not own, and the next rule is asked. */
const askRule = async (rule: Rule, record: unknown, owner: Entry | undefined, world: World): Promise<Outcome | 'unavailable'> => {
  const { member, rotation } = rule.target;
  const { people } = await world.pool(false);
  const coOwners = rule.target.coOwners.filter((helper) => people.has(helper));
  const give = (to: string | null, source: 'rule' | 'rotation'): Outcome => ({ kind: 'give', to, coOwners, rule, source });
  if (member !== undefined) return people.has(member) ? give(member, 'rule') : 'unavailable';
  if (!rotation) return coOwners.length > 0 ? give(owner?.member ?? null, 'rule') : 'unavailable';
  // Who had his turn keeps the record for as long as the rule is the same.
  if (owner?.source === 'rotation' && owner.rule === rule.documentId) return give(owner.member, 'rotation');
  const asked = { rule: rule.documentId, rotation, record, territory: territoryOf(record, world.territory) };
  const chosen = await chooseInTurn(asked, world.turns, () => world.pool(true));
  return chosen === null ? { kind: 'wait', rule } : give(chosen, 'rotation');
};

/**
 * What the rules make of a record: the first live one that matches decides. An owner who was chosen by hand
 * stays unless it overrides; a record in limbo waits for a person, or for its owner to come back.
 */
export const decideFor = async (book: Rulebook, record: unknown, owner: Entry | undefined, world: World): Promise<Outcome> => {
  const { rules, compiled } = book;
  for (let at = compiled.first(record); at >= 0; at = compiled.firstFrom(record, at + 1)) {
    const rule = rules[at] as Rule;
    if (!isLive(rule, world.now)) continue;
    if (isSticky(owner) && !rule.override) return STAY;
    if (owner && !(await world.pool(false)).people.has(owner.member)) return STAY;
    const outcome = await askRule(rule, record, owner, world);
    if (outcome !== 'unavailable') return outcome;
  }
  return STAY;
};

/** Why a rule held, for the history: the conditions that did, with what they looked at. */
export const reasonsOf = ({ rules, compiled }: Rulebook, rule: Rule, record: unknown): Reason[] =>
  compiled
    .trace(record, rules.indexOf(rule))
    .filter(({ holds }) => holds)
    .map(({ field, operator, expected, actual }) => ({ field, operator, expected, actual }));
