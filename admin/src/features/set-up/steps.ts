import type { SetUp } from '../../../../contracts/http-set-up';

/** From installed to enforced, in the order in which one does it. */
export const STEPS = ['roles', 'types', 'people', 'checks', 'owners', 'watch', 'enforce'] as const;
export type Step = (typeof STEPS)[number];

export const stepOf = (value: string | null): Step => STEPS.find((step) => step === value) ?? 'roles';

/** Types that are bound by now, or from the next start on. */
const boundTypes = ({ types }: SetUp) => types.filter(({ boundBy }) => boundBy !== 'nobody');

/** Steps that have left something behind, by which one sees how far one is. The others are looked at, not done. */
export const doneSteps = (setUp: SetUp): ReadonlySet<Step> => {
  const bound = boundTypes(setUp);
  const done = new Set<Step>();
  if (bound.length > 0) done.add('types');
  if (setUp.members > 1) done.add('people');
  if (bound.length > 0 && bound.every(({ inForce }) => inForce === 'enforce')) done.add('enforce');
  return done;
};
