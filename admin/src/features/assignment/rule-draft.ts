import type { Condition } from '../../../../contracts/conditions';
import type { Rotation, RuleInfo, RuleRequest } from '../../../../contracts/http-rules';
import { draftOf, writeCondition, type DraftGroup, type Written } from './conditions/draft';

/** Who gets the records: a member, whoever's turn it is, or nobody besides those who help. */
export const RECIPIENTS = ['member', 'rotation', 'coOwners'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** Who takes turns. */
export const POOLS = ['everyone', 'territory', 'chosen'] as const;
export type Pool = (typeof POOLS)[number];

/** A rule while it is written. What is not chosen is kept: one may choose it again. */
export interface RuleDraft {
  readonly name: string;
  readonly isActive: boolean;
  readonly when: DraftGroup;
  readonly recipient: Recipient;
  readonly member: string;
  readonly mode: Rotation['mode'];
  readonly measure: Rotation['measure'];
  readonly pool: Pool;
  readonly chosen: readonly string[];
  readonly partition: string;
  readonly coOwners: readonly string[];
  readonly override: boolean;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

const recipientOf = ({ member, rotation, coOwners }: RuleInfo['target']): Recipient => {
  if (rotation) return 'rotation';
  return member === null && coOwners.length > 0 ? 'coOwners' : 'member';
};

const poolOf = (pool: Rotation['pool'] | undefined): Pick<RuleDraft, 'pool' | 'chosen'> =>
  typeof pool === 'object' ? { pool: 'chosen', chosen: pool } : { pool: pool ?? 'everyone', chosen: [] };

/** A rule to edit; without one, what a new rule begins with. */
export const ruleDraftOf = (rule: RuleInfo | undefined): RuleDraft => {
  const { member = null, rotation = null, coOwners = [] } = rule?.target ?? {};
  return {
    name: rule?.name ?? '',
    isActive: rule?.isActive ?? true,
    when: draftOf((rule?.when as Condition | undefined) ?? { all: [] }),
    recipient: rule ? recipientOf(rule.target) : 'member',
    member: member?.documentId ?? '',
    mode: rotation?.mode ?? 'strict',
    measure: rotation?.measure ?? 'count',
    ...poolOf(rotation?.pool),
    partition: rotation?.partition ?? '',
    coOwners: coOwners.map(({ documentId }) => documentId),
    override: rule?.override ?? false,
    startsAt: rule?.startsAt ?? null,
    endsAt: rule?.endsAt ?? null,
  };
};

const targetOf = ({ recipient, member, mode, measure, pool, chosen, partition, coOwners }: RuleDraft): RuleRequest['target'] => {
  const helpers = [...coOwners];
  if (recipient === 'member') return { member, coOwners: helpers };
  if (recipient === 'coOwners') return { coOwners: helpers };
  const rotation: Rotation = { mode, measure: mode === 'least' ? measure : 'count', pool: pool === 'chosen' ? [...chosen] : pool, partition: partition === '' ? null : partition };
  return { rotation, coOwners: helpers };
};

/** The rule as data, and which part of its condition stands where in it. */
export const writeRule = (draft: RuleDraft, type: string): { readonly rule: RuleRequest; readonly places: Written['places'] } => {
  const { condition, places } = writeCondition(draft.when);
  const { name, isActive, override, startsAt, endsAt } = draft;
  return { rule: { name: name.trim(), type, isActive, when: condition, target: targetOf(draft), override, startsAt, endsAt }, places };
};

/** A rule as it is, to be sent back with a change. */
export const requestOf = (rule: RuleInfo): RuleRequest => writeRule(ruleDraftOf(rule), rule.type).rule;

/** Inputs beside the condition that are not right yet. */
export type Gap = 'name' | 'member' | 'chosen' | 'coOwners' | 'endsAt';

export const gapsIn = ({ name, recipient, member, pool, chosen, coOwners, startsAt, endsAt }: RuleDraft): ReadonlySet<Gap> => {
  const gaps = new Set<Gap>();
  if (name.trim() === '') gaps.add('name');
  if (recipient === 'member' && member === '') gaps.add('member');
  if (recipient === 'rotation' && pool === 'chosen' && chosen.length === 0) gaps.add('chosen');
  if (recipient === 'coOwners' && coOwners.length === 0) gaps.add('coOwners');
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) gaps.add('endsAt');
  return gaps;
};
