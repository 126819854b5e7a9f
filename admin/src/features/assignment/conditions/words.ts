import type { Condition, FieldCondition, Scalar } from '../../../../../contracts/conditions';
import type { RuleType } from '../../../../../contracts/http-rules';
import type { TextKey } from '../../../hooks/useText';

type Fields = RuleType['fields'];

/** What is needed to say a condition in somebody's language. */
export interface Speaker {
  t(key: TextKey, values?: Readonly<Record<string, string>>): string;
  formatNumber(value: number): string;
  formatDate(value: string): string;
  /** What a related record is called. */
  titleOf(target: string, documentId: string): string;
}

/** One value as a reader knows it: a number in his way of writing, a related record by its name. */
export const valueInWords = (value: unknown, field: Fields[number] | undefined, speaker: Speaker): string => {
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, field, speaker)).join(', ');
  if (value === null || value === undefined) return speaker.t('condition.nothing');
  if (typeof value === 'boolean') return speaker.t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return speaker.formatNumber(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (value === '') return '“”';
  if (field?.kind === 'relation' && field.target !== undefined) return speaker.titleOf(field.target, value);
  if (field?.kind === 'date' && !Number.isNaN(Date.parse(value))) return speaker.formatDate(value);
  return value;
};

const listInWords = (values: readonly Scalar[], field: Fields[number] | undefined, speaker: Speaker): string =>
  values.map((value) => valueInWords(value, field, speaker)).join(', ');

/** `arr above 50,000` */
export const testInWords = ({ field: path, operator, value }: FieldCondition, fields: Fields, speaker: Speaker): string => {
  const field = fields.find((one) => one.path === path);
  if (operator === 'between') {
    const [low, high] = Array.isArray(value) ? (value as readonly Scalar[]) : [];
    return speaker.t('condition.says.between', { field: path, low: valueInWords(low, field, speaker), high: valueInWords(high, field, speaker) });
  }
  const told = Array.isArray(value) ? listInWords(value as readonly Scalar[], field, speaker) : valueInWords(value, field, speaker);
  return speaker.t(`condition.says.${operator}`, { field: path, value: told });
};

const joined = (parts: readonly Condition[], word: TextKey, fields: Fields, speaker: Speaker): string =>
  parts.map((part) => (parts.length > 1 ? inBrackets(part, fields, speaker) : conditionInWords(part, fields, speaker))).join(` ${speaker.t(word)} `);

const isSeveral = (condition: Condition): boolean => ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1);

const inBrackets = (condition: Condition, fields: Fields, speaker: Speaker): string => {
  const words = conditionInWords(condition, fields, speaker);
  return isSeveral(condition) ? `(${words})` : words;
};

/** A whole condition as a sentence: `segment is Enterprise LATAM and arr above 50,000`. Nothing asked is every record. */
export const conditionInWords = (condition: Condition, fields: Fields, speaker: Speaker): string => {
  if ('all' in condition) return condition.all.length === 0 ? speaker.t('condition.always') : joined(condition.all, 'condition.and', fields, speaker);
  if ('any' in condition) return joined(condition.any, 'condition.or', fields, speaker);
  if ('not' in condition) return speaker.t('condition.not', { what: conditionInWords(condition.not, fields, speaker) });
  return testInWords(condition, fields, speaker);
};
