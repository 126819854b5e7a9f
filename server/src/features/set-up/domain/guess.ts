import type { PanelBinding } from '../../../../../contracts/http-set-up';
import { numbers, places, toOne, toUsers, type Shape } from './shape';

/** Names that are given to what a team looks after. */
const RECORD = /^(customer|client|account|company|organi[sz]ation|contact|lead|partner|patient|tenant|supplier|vendor)$/;
const OWNER = /^(owner|manager|account[-_]?manager|responsible|assignee|assigned[-_]?to|csm|agent|rep|sales[-_]?rep|user)$/i;
const VALUE = /^(arr|mrr|acv|tcv|revenue|turnover|value|amount|worth|contract[-_]?value)$/i;
const PLACE = /^(territory|region|country|market|area)$/i;

/** Types that belong to a feature of their own by what they are called; the first that matches decides. */
const NAMED: readonly { readonly name: RegExp; readonly feature: string; readonly alone: PanelBinding['kind']; readonly below: PanelBinding['kind'] }[] = [
  { name: /health.?(model|rule|setting|weight)/, feature: 'health_scoring', alone: 'definition', below: 'definition' },
  { name: /health/, feature: 'health_scoring', alone: 'definition', below: 'detail' },
  { name: /segment|cohort/, feature: 'segments', alone: 'definition', below: 'definition' },
  { name: /(playbook|workflow|sequence|automation).?(run|execution|enrol)/, feature: 'playbooks', alone: 'definition', below: 'run' },
  { name: /playbook|workflow|sequence/, feature: 'playbooks', alone: 'definition', below: 'definition' },
  { name: /renewal|contract|subscription/, feature: 'renewals', alone: 'definition', below: 'detail' },
  { name: /notification|reminder/, feature: 'notifications', alone: 'personal', below: 'personal' },
  { name: /dashboard|layout/, feature: 'dashboard', alone: 'personal', below: 'personal' },
];

const own = (name: string) => NAMED.find((feature) => feature.name.test(name));

/** Below this a type is left alone: it says too little of itself. */
const ENOUGH = 3;

/** How much speaks for a type being what the team looks after: its name, whose it is, and what hangs on it. */
const weightOf = (shape: Shape, all: readonly Shape[]): number => {
  const named = RECORD.test(shape.singularName) ? 3 : 0;
  const owned = toUsers(shape).some((attribute) => OWNER.test(attribute)) ? 2 : 0;
  const hanging = all.filter((other) => other.uid !== shape.uid && toOne(other).some(({ type }) => type === shape.uid)).length;
  return named + owned + Math.min(hanging, 2);
};

const first = (names: readonly string[], pattern: RegExp): string | undefined => names.find((name) => pattern.test(name));

const recordOf = (shape: Shape): PanelBinding => {
  const value = first(numbers(shape), VALUE);
  const territory = first(places(shape), PLACE);
  return { feature: 'customer_360', kind: 'record', owns: true, mode: 'observe', ...(value !== undefined && { value }), ...(territory !== undefined && { territory }) };
};

const below = (kind: PanelBinding['kind'], attribute: string): Pick<PanelBinding, 'parent' | 'target'> => (kind === 'detail' ? { parent: attribute } : kind === 'run' ? { target: attribute } : {});

/** Records, with what speaks for each. */
const recordsAmong = (shapes: readonly Shape[]): ReadonlyMap<string, number> =>
  new Map(shapes.filter(({ singularName }) => !own(singularName)).flatMap((shape) => {
    const weight = weightOf(shape, shapes);
    return weight < ENOUGH ? [] : [[shape.uid, weight] as const];
  }));

/** The relation to the record that a type hangs on. What a record points at itself (its region, its segment) hangs on nothing. */
const parentOf = (shape: Shape, shapes: readonly Shape[], records: ReadonlyMap<string, number>): string | undefined =>
  toOne(shape).find(({ type }) => {
    const above = shapes.find(({ uid }) => uid === type);
    return (records.get(type) ?? 0) > (records.get(shape.uid) ?? 0) && above !== undefined && !toOne(above).some((back) => back.type === shape.uid);
  })?.attribute;

const guessOne = (shape: Shape, parent: string | undefined, isRecord: boolean): PanelBinding | undefined => {
  const named = own(shape.singularName);
  if (named) {
    const kind = parent === undefined ? named.alone : named.below;
    return { feature: named.feature, kind, mode: 'observe', ...(parent !== undefined && below(kind, parent)) };
  }
  if (parent !== undefined) return { feature: 'customer_360', kind: 'detail', parent, mode: 'observe' };
  return isRecord ? recordOf(shape) : undefined;
};

/**
 * What the schema of a site suggests: which types are records that people own, and what hangs on those. A suggestion
 * is looked at by somebody before it holds, and begins by observing.
 */
export const guessBindings = (shapes: readonly Shape[]): ReadonlyMap<string, PanelBinding> => {
  const records = recordsAmong(shapes);
  const guesses = shapes.map((shape) => [shape.uid, guessOne(shape, parentOf(shape, shapes, records), records.has(shape.uid))] as const);
  return new Map(guesses.filter((guess): guess is readonly [string, PanelBinding] => guess[1] !== undefined));
};
