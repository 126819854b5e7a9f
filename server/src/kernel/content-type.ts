/** An index of a table; columns are named as the database names them. */
export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly type?: 'unique';
}

/** The plugin's tables are known by it. */
export const TABLE_PREFIX = 'roster_';

/** A text of bounded length: three of them still fit one index on MySQL (3,072 bytes). */
export const text = (length = 64, rest: object = {}) => ({
  type: 'string',
  columnType: { type: 'string', args: [length] },
  ...rest,
});

const holding = (what: 'person' | 'words') => ({ pluginOptions: { roster: { holds: what } } });

/**
 * Marks a column that tells who somebody is. Whoever keeps such a column wipes it when he is deleted for good: the member's
 * own are in `members/content-types/member.ts`, any other feature adds an eraser (kernel/erasure).
 */
export const OF_A_PERSON = holding('person');

/** Marks a text that people write, in which somebody may be named: his name and address are taken out of it when he is deleted for good. */
export const WORDS = holding('words');

/**
 * The schema of one of the plugin's own tables. They are tables of the plugin and nothing else:
 * hidden from the Content Manager and the type builder here, from GraphQL in `host/graphql`.
 */
export const ownTable = (
  singularName: string,
  pluralName: string,
  { attributes, indexes = [] }: { readonly attributes: Readonly<Record<string, object>>; readonly indexes?: readonly Index[] },
) => ({
  schema: {
    kind: 'collectionType',
    collectionName: `${TABLE_PREFIX}${pluralName.replaceAll('-', '_')}`,
    info: { singularName, pluralName, displayName: `Roster ${singularName}` },
    options: { draftAndPublish: false },
    pluginOptions: {
      'content-manager': { visible: false },
      'content-type-builder': { visible: false },
    },
    attributes,
    indexes: indexes.map((index) => ({ ...index, columns: [...index.columns] })),
  },
});
