import type { MovePreview, RuleType } from '../../../../contracts/http-rules';

const idsIn = (value: unknown): readonly string[] => [value].flat().filter((one): one is string => typeof one === 'string');

/** Records that the reasons of moves name, by the type they are of, each once and in order: the same question is asked once. */
export const relatedInReasons = (moves: readonly Pick<MovePreview['moves'][number], 'reasons'>[], fields: RuleType['fields']): Readonly<Record<string, readonly string[]>> => {
  const found = new Map<string, Set<string>>();
  for (const { reasons } of moves) {
    for (const { field, expected, actual } of reasons) {
      const { kind, target } = fields.find(({ path }) => path === field) ?? {};
      if (kind !== 'relation' || target === undefined) continue;
      const ids = found.get(target) ?? new Set();
      for (const id of [...idsIn(expected), ...idsIn(actual)]) ids.add(id);
      found.set(target, ids);
    }
  }
  return Object.fromEntries([...found].map(([target, ids]) => [target, [...ids].sort()]));
};
