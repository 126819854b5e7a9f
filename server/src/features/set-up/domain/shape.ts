/** What is known of a content type of the site when its bindings are guessed. */
export interface Shape {
  readonly uid: string;
  readonly singularName: string;
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly relation?: string; readonly target?: string }>>;
}

const NUMBERS: ReadonlySet<string> = new Set(['decimal', 'float', 'integer', 'biginteger']);
const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'uid', 'enumeration']);
const TO_ONE: ReadonlySet<string> = new Set(['manyToOne', 'oneToOne']);

/** Attributes that point at one record of the site's own types. */
export const toOne = ({ attributes }: Shape): { attribute: string; type: string }[] =>
  Object.entries(attributes).flatMap(([attribute, { type, relation = '', target = '' }]) => (type === 'relation' && TO_ONE.has(relation) && target.startsWith('api::') ? [{ attribute, type: target }] : []));

/** Attributes that point at users of the host. */
export const toUsers = ({ attributes }: Shape): string[] =>
  Object.entries(attributes).flatMap(([attribute, { target = '' }]) => (['plugin::users-permissions.user', 'admin::user'].includes(target) && !['createdBy', 'updatedBy'].includes(attribute) ? [attribute] : []));

export const numbers = ({ attributes }: Shape): string[] => Object.entries(attributes).flatMap(([attribute, { type }]) => (NUMBERS.has(type) ? [attribute] : []));

/** Attributes that can hold a key of a territory, or lead to what has one. */
export const places = (shape: Shape): string[] => [
  ...Object.entries(shape.attributes).flatMap(([attribute, { type }]) => (TEXTS.has(type) && attribute !== 'locale' ? [attribute] : [])),
  ...toOne(shape).map(({ attribute }) => attribute),
];
