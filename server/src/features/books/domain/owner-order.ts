import { RosterError } from '../../../kernel/errors';
import { OWNER_ATTRIBUTE } from '../../../kernel/owner-attribute';
import { isData, type Site } from './virtual-fields';

/** One step of an order: what the host may look at, and what it is to sort by. */
export interface OrderStep {
  readonly checked: string;
  readonly actual: string;
}

/** The host's notations of an order, as `path:direction` each. */
const stepsOf = (sort: unknown): string[] => {
  if (typeof sort === 'string') return sort.split(',').map((step) => step.trim()).filter((step) => step !== '');
  if (Array.isArray(sort)) return sort.flatMap(stepsOf);
  if (!isData(sort)) return [];
  return Object.entries(sort).flatMap(([key, value]) => (isData(value) ? stepsOf(value).map((step) => `${key}.${step}`) : [`${key}:${String(value)}`]));
};

const readStep = (step: string, uid: string, site: Site): OrderStep => {
  const [name = '', ...direction] = step.split(':');
  const path = name.split('.').map((key) => key.trim());
  let at: string | undefined = uid;
  for (const [index, key] of path.entries()) {
    if (at === undefined) break;
    if (site.offered(at, key) === 'owner') {
      if (path.slice(index + 1).join() !== 'name') throw new RosterError('VALIDATION_FAILED', 'Owners are in the order of `owner.name`.', { path: 'sort' });
      const by = (attribute: string) => [[...path.slice(0, index), attribute].join('.'), ...direction].join(':');
      return { checked: by('documentId'), actual: by(OWNER_ATTRIBUTE) };
    }
    at = site.behind(at, key);
  }
  return { checked: step, actual: step };
};

/**
 * An order that goes by owners; undefined for one that does not. Sorting by the projected column stands for
 * sorting by the name of the member in it: nobody wants the order of ids.
 * @throws RosterError VALIDATION_FAILED
 */
export const readOrder = (sort: unknown, uid: string, site: Site): readonly OrderStep[] | undefined => {
  const steps = stepsOf(sort).map((step) => readStep(step, uid, site));
  return steps.some(({ checked, actual }) => checked !== actual) ? steps : undefined;
};
