import type { MovePreview, RuleInfo } from '../../../../contracts/http-rules';
import { fieldCatalogue } from '../../host/field-catalogue';
import type { Strapi } from '../../host/strapi';
import { groupBy } from '../../kernel/group-by';
import { accessOf } from '../access';
import { peopleAmong, type Person } from '../books';
import { compileRules } from './domain/compile';
import { flowsOf } from './flows';
import type { Plan, Planned } from './planning';
import { readPool, type Pool } from './pool';
import type { Rule } from './rule';

const textOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const hasNobody = ({ rotation }: Rule['target'], { people }: Pool): boolean => {
  if (!rotation) return false;
  if (rotation.pool === 'territory') return [...people.values()].every(({ territories }) => territories.size === 0);
  return rotation.pool === 'everyone' ? people.size === 0 : !rotation.pool.some((member) => people.has(member));
};

const problemOf = ({ target, documentId }: Rule, pool: Pool, refused: ReadonlySet<string>): RuleInfo['problem'] => {
  if (refused.has(documentId)) return 'CONDITION_INVALID';
  if (target.member !== undefined && !pool.people.has(target.member)) return 'TARGET_CANNOT_OWN';
  return hasNobody(target, pool) ? 'NOBODY_TO_CHOOSE' : null;
};

const membersIn = ({ target: { member, coOwners } }: Rule): string[] => [...(member === undefined ? [] : [member]), ...coOwners];

/** Rules as people read them: with names, and with what keeps a rule from choosing anybody now. */
export const presentRules = async (strapi: Strapi, rules: readonly Rule[]): Promise<RuleInfo[]> => {
  const person = await peopleAmong(strapi, rules.flatMap(membersIn));
  const infos: RuleInfo[] = [];
  for (const [type, list] of groupBy(rules, ({ type: uid }) => uid)) {
    // A type that has lost its binding keeps its rules, which do nothing.
    const isOwning = accessOf(strapi).registry.bindings.get(type)?.owns ?? false;
    const pool = isOwning ? await readPool(strapi, type, undefined) : { people: new Map() } as unknown as Pool;
    const compiled = isOwning ? compileRules(list.map(({ documentId, when }) => ({ id: documentId, when })), fieldCatalogue(strapi, type)) : undefined;
    const refused = new Set(compiled ? compiled.refused.keys() : list.map(({ documentId }) => documentId));
    infos.push(
      ...list.map((rule) => {
        const { target, startsAt, endsAt, ...rest } = rule;
        const shown = { member: target.member === undefined ? null : person(target.member), rotation: target.rotation ?? null, coOwners: target.coOwners.map(person) };
        const { documentId, name, position, isActive, when, override } = rest;
        return { documentId, name, type, position, isActive, when, target: shown, override, startsAt: textOf(startsAt), endsAt: textOf(endsAt), problem: problemOf(rule, pool, refused) };
      }),
    );
  }
  return infos;
};

/** A move as people read it. */
const presentMove = ({ record, title, from, to, cause }: Planned, person: (documentId: string) => Person): MovePreview['moves'][number] => ({
  record,
  title,
  from: from === null ? null : person(from),
  to: to === null ? null : person(to),
  rule: cause.rule ?? null,
  reasons: [...(cause.reasons ?? [])],
});

const SHOWN = 100;

export const presentPlan = async (strapi: Strapi, { examined, waiting, moves }: Plan): Promise<MovePreview> => {
  const person = await peopleAmong(strapi, moves.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()));
  return { examined, moving: moves.length, waiting, flows: flowsOf(moves).map(({ from, to, count }) => ({ from: from === null ? null : person(from), to: to === null ? null : person(to), count })), moves: moves.slice(0, SHOWN).map((move) => presentMove(move, person)) };
};
