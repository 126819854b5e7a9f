import type { TextKey } from '../../hooks/useText';
import type { Gap, RuleDraft } from './rule-draft';

/** Inputs beside the condition at which an error is shown. */
export type RuleInput = Gap | 'partition' | 'startsAt';

export type FieldErrors = Readonly<Partial<Record<RuleInput, string>>>;

/** What the panel has found itself, in words. */
export const gapErrors = (gaps: ReadonlySet<Gap>, t: (key: TextKey) => string): FieldErrors => Object.fromEntries([...gaps].map((gap) => [gap, t(`rules.missing.${gap}`)]));

const PLACES: readonly (readonly [string, RuleInput])[] = [
  ['name', 'name'],
  ['target.member', 'member'],
  ['target.rotation.pool', 'chosen'],
  ['target.rotation.partition', 'partition'],
  ['target.coOwners', 'coOwners'],
  ['startsAt', 'startsAt'],
  ['endsAt', 'endsAt'],
];

/** Which of these inputs are on the screen. What is wrong with another is said above all of them. */
const isShown = (input: RuleInput, { recipient, pool }: RuleDraft): boolean => {
  if (input === 'member') return recipient === 'member';
  if (input === 'chosen') return recipient === 'rotation' && pool === 'chosen';
  return input === 'partition' ? recipient === 'rotation' : true;
};

/** What the server has found, at the input that its path leads to; nothing where it leads to none. */
export const fieldErrorAt = (path: string, message: string, draft: RuleDraft): FieldErrors => {
  const within = path.replace(/^data\.(rule\.)?/, '');
  const found = PLACES.find(([place, input]) => (within === place || within.startsWith(`${place}[`)) && isShown(input, draft));
  return found ? { [found[1]]: message } : {};
};
