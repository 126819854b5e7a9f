type Details = Readonly<Record<string, unknown>>;

/** A value of a record before and after a write. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const isChange = (value: unknown): value is FieldChange => typeof value === 'object' && value !== null && typeof (value as Partial<FieldChange>).field === 'string' && ('before' in value || 'after' in value);

/** What a write has changed, field by field; undefined where that was not told. */
export const changesIn = ({ changes }: Details): readonly FieldChange[] | undefined => (Array.isArray(changes) && changes.every(isChange) ? changes : undefined);

/** A record that went from one member to another, by documentIds; null for nobody. */
export interface MoveTold {
  readonly record: string;
  readonly from: string | null;
  readonly to: string | null;
}

const isHolder = (value: unknown): value is string | null => value === null || typeof value === 'string';

const isMove = (value: unknown): value is MoveTold => {
  const { record, from, to } = (value ?? {}) as Partial<Record<keyof MoveTold, unknown>>;
  return typeof record === 'string' && isHolder(from) && isHolder(to);
};

/** What a job has moved, record by record; undefined where that was not told. */
export const movesIn = ({ moves }: Details): readonly MoveTold[] | undefined => (Array.isArray(moves) && moves.every(isMove) ? moves : undefined);

/** What else was told: all that has no table of its own. */
export const othersIn = (details: Details): readonly (readonly [string, unknown])[] => {
  const shown = [changesIn(details) && 'changes', movesIn(details) && 'moves'];
  return Object.entries(details).filter(([key, value]) => value !== undefined && !shown.includes(key));
};

/** How a value is shown to people. */
export type Shown =
  | { readonly as: 'nothing' }
  | { readonly as: 'flag'; readonly value: boolean }
  | { readonly as: 'number'; readonly value: number }
  | { readonly as: 'moment'; readonly value: string }
  | { readonly as: 'text'; readonly value: string }
  | { readonly as: 'list'; readonly values: readonly string[] }
  | { readonly as: 'structure'; readonly text: string };

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

export const shownOf = (value: unknown): Shown => {
  if (value === null || value === undefined || value === '') return { as: 'nothing' };
  if (typeof value === 'boolean') return { as: 'flag', value };
  if (typeof value === 'number') return { as: 'number', value };
  if (typeof value === 'string') return { as: MOMENT.test(value) ? 'moment' : 'text', value };
  if (Array.isArray(value) && value.length === 0) return { as: 'nothing' };
  if (Array.isArray(value) && value.every(isPlain)) return { as: 'list', values: value.map(String) };
  return { as: 'structure', text: JSON.stringify(value, null, 2) };
};

/** A value letter by letter, as it was before or after; null for none. An empty text is seen, since none is another value. */
export const rawOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value === '' ? '""' : value;
  return JSON.stringify(value, null, 2);
};
