import type { Strapi } from '../../host/strapi';
import { OWNER_ATTRIBUTE, ownerAttribute } from './domain/owner-column';

interface Extensible {
  collectionName?: string;
  attributes: Record<string, object>;
  indexes?: { name: string; columns: string[] }[];
}

/** Adds the projected owner to a governed type, before the host syncs its tables. */
export const addOwnerColumn = (strapi: Strapi, uid: string): void => {
  strapi.get('content-types').extend(uid as never, ((type: Extensible) => {
    type.attributes[OWNER_ATTRIBUTE] = ownerAttribute();
    type.indexes = [...(type.indexes ?? []), { name: `roster_owner_${type.collectionName}`, columns: ['roster_owner', 'id'] }];
    return type;
  }) as never);
};
