import type { RuleType } from '../../../../../contracts/http-rules';
import { isGroup, type DraftGroup, type DraftPart, type DraftTest } from './draft';
import { OPERATORS_BY_KIND, shapeOf } from './operators';

/** What is not right yet with a part, or with which of its inputs. */
export type Problem = 'field' | 'operator' | 'value' | 'list' | 'pair' | 'order' | 'group';

type Fields = RuleType['fields'];

const isMissing = (value: unknown): boolean => value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value));

const findInValue = ({ operator, value }: DraftTest): Problem | undefined => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  switch (shapeOf(operator)) {
    case 'none':
      return undefined;
    case 'one':
      return isMissing(value) ? 'value' : undefined;
    case 'many':
      return values.length === 0 || values.some(isMissing) ? 'list' : undefined;
    case 'pair': {
      const [low, high] = values as readonly (string | number | undefined)[];
      if (isMissing(low) || isMissing(high)) return 'pair';
      return (low as number) > (high as number) ? 'order' : undefined;
    }
  }
};

const findInTest = (test: DraftTest, fields: Fields): Problem | undefined => {
  const field = fields.find(({ path }) => path === test.field);
  if (!field) return 'field';
  return OPERATORS_BY_KIND[field.kind].includes(test.operator) ? findInValue(test) : 'operator';
};

/** What has to be put right before the condition can be sent, by the id of the part. An empty root is every record. */
export const problemsIn = (root: DraftGroup, fields: Fields): ReadonlyMap<string, Problem> => {
  const found = new Map<string, Problem>();
  const visit = (part: DraftPart) => {
    if (isGroup(part)) {
      if (part.parts.length === 0 && part !== root) found.set(part.id, 'group');
      part.parts.forEach(visit);
      return;
    }
    const problem = findInTest(part, fields);
    if (problem) found.set(part.id, problem);
  };
  visit(root);
  return found;
};
