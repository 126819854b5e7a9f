import type { Condition } from '../../../../../contracts/conditions';
import type { RuleType } from '../../../../../contracts/http-rules';

/** A field, and values that it has or is asked for. */
interface Named {
  readonly field: string;
  readonly values: readonly unknown[];
}

/** Records that values of fields name, by the type they are of, each once and in order: the same question is asked once. */
export const relatedAmong = (named: readonly Named[], fields: RuleType['fields']): Readonly<Record<string, readonly string[]>> => {
  const found = new Map<string, Set<string>>();
  for (const { field, values } of named) {
    const { kind, target } = fields.find(({ path }) => path === field) ?? {};
    if (kind !== 'relation' || target === undefined) continue;
    const ids = found.get(target) ?? new Set();
    for (const id of values.flat()) if (typeof id === 'string') ids.add(id);
    found.set(target, ids);
  }
  return Object.fromEntries([...found].map(([target, ids]) => [target, [...ids].sort()]));
};

/** What a condition asks for, field by field. */
export const namedIn = (condition: Condition): Named[] => {
  if ('all' in condition) return condition.all.flatMap(namedIn);
  if ('any' in condition) return condition.any.flatMap(namedIn);
  if ('not' in condition) return namedIn(condition.not);
  return [{ field: condition.field, values: [condition.value] }];
};
