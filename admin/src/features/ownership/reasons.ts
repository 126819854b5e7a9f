import type { OwnerChange } from '../../../../contracts/http-owners';
import { humanize } from '../../humanize';
import en from '../../translations/en.json';
import type { TextKey } from '../../hooks/useText';

type Reason = OwnerChange['reasons'][number];

/** How the panel's language writes things down. */
export interface Speech {
  text(key: TextKey, values: Readonly<Record<string, string>>): string;
  number(value: number): string;
  list(values: readonly string[]): string;
}

/** Relations and the like go by what they are called. */
const calledIn = (value: object): unknown => {
  const { name, title, displayName } = value as Readonly<Record<string, unknown>>;
  return name ?? title ?? displayName;
};

const valueIn = (value: unknown, speech: Speech): string => {
  if (value === null || value === undefined || value === '') return speech.text('reason.nothing', {});
  if (typeof value === 'number') return speech.number(value);
  if (typeof value === 'boolean') return speech.text(value ? 'common.yes' : 'common.no', {});
  if (Array.isArray(value)) return speech.list(value.map((one) => valueIn(one, speech)));
  if (typeof value === 'object') return calledIn(value) === undefined ? JSON.stringify(value) : valueIn(calledIn(value), speech);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const isText = (key: string): key is TextKey => key in en;

/** A condition that held, in words: `arr 61,000 above 50,000`. One that has no words of its own is told by its name. */
export const reasonInWords = ({ field, operator, expected, actual }: Reason, speech: Speech): string => {
  const key = `reason.${operator}`;
  const values = { field, expected: valueIn(expected, speech), actual: valueIn(actual, speech) };
  return isText(key) ? speech.text(key, values) : speech.text('reason.other', { ...values, operator: humanize(operator).toLowerCase() });
};
