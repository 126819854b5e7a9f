import type { Strapi } from '../../host/strapi';
import { OWNER_ATTRIBUTE, OWNER_COLUMN } from '../../kernel/owner-attribute';

interface Extensible {
  collectionName?: string;
  attributes: Record<string, object>;
  config?: { attributes?: Record<string, object> };
  indexes?: { name: string; columns: string[] }[];
}

/**
 * Private, not writable, not searchable: no door shows it, filters by it or sets it.
 * Not `localized`, so that the host carries it to every locale.
 */
const ownerAttribute = () => ({
  type: 'string',
  columnType: { type: 'string', args: [32] },
  private: true,
  writable: false,
  visible: false,
  configurable: false,
  searchable: false,
});

/** A list of a book, in the order of ids, and its count are answered by the index alone. */
const INDEXED = [OWNER_COLUMN, 'id', 'locale', 'published_at'];

interface ContentTypes {
  extend(uid: string, change: (type: Extensible) => Extensible): void;
}

/** Adds the projected owner to a governed type, before the host syncs its tables. */
export const addOwnerColumn = (strapi: Strapi, uid: string): void => {
  const contentTypes = strapi.get('content-types') as unknown as ContentTypes;
  contentTypes.extend(uid, (type) => {
    type.attributes[OWNER_ATTRIBUTE] = ownerAttribute();
    // The panel shows private attributes, save those that are hidden: also in records that hang on others.
    type.config = { ...type.config, attributes: { ...type.config?.attributes, [OWNER_ATTRIBUTE]: { hidden: true } } };
    type.indexes = [...(type.indexes ?? []), { name: `${OWNER_COLUMN}_${type.collectionName}`.slice(0, 60), columns: INDEXED }];
    return type;
  });
};
