import type { PlanRequest } from '../../../../contracts/http-rebalance';

/** Which records. */
export const WHATS = ['owner', 'records', 'unassigned', 'limbo', 'all'] as const;
export type What = (typeof WHATS)[number];

/** How they are given away. */
export const HOWS = ['rules', 'member', 'members'] as const;
export type How = (typeof HOWS)[number];

/** A rebalance while it is put together. What is not chosen is kept: one may choose it again. */
export interface PlanDraft {
  readonly what: What;
  readonly owner: string;
  readonly records: readonly string[];
  readonly how: How;
  readonly member: string;
  readonly members: readonly string[];
  readonly note: string;
}

/** What the address of the page asks for: `owner`, `record` or `list`. */
export const planDraftOf = (search: URLSearchParams): PlanDraft => {
  const [owner, list, records] = [search.get('owner') ?? '', search.get('list'), search.getAll('record')];
  const listed = WHATS.find((what) => what === list);
  return { what: records.length > 0 ? 'records' : (listed ?? 'owner'), owner, records, how: 'rules', member: '', members: [], note: '' };
};

/** Inputs that are not right yet. */
export type PlanGap = 'owner' | 'records' | 'member' | 'members' | 'self';

export const gapsInPlan = ({ what, owner, records, how, member, members }: PlanDraft): ReadonlySet<PlanGap> => {
  const gaps = new Set<PlanGap>();
  if (what === 'owner' && owner === '') gaps.add('owner');
  if (what === 'records' && records.length === 0) gaps.add('records');
  if (how === 'member' && member === '') gaps.add('member');
  if (how === 'member' && what === 'owner' && member !== '' && member === owner) gaps.add('self');
  if (how === 'members' && members.length === 0) gaps.add('members');
  return gaps;
};

const filterOf = ({ what, owner, records }: PlanDraft): PlanRequest['filter'] => {
  if (what === 'owner') return { owner };
  return what === 'records' ? { records: [...records] } : { list: what };
};

const byOf = ({ how, member, members }: PlanDraft): PlanRequest['by'] => {
  if (how === 'rules') return { rules: true };
  return how === 'member' ? { member } : { members: [...members] };
};

export const writePlan = (draft: PlanDraft, type: string): PlanRequest => {
  const note = draft.note.trim();
  return { type, filter: filterOf(draft), by: byOf(draft), note: note === '' ? null : note };
};
