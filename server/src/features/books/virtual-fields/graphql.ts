import { addTypeFields, type TypeField } from '../../../host/graphql-fields';
import { toHttpError } from '../../../host/http-errors';
import type { Strapi } from '../../../host/strapi';
import { RosterError } from '../../../kernel/errors';
import type { VirtualField } from '../domain/virtual-fields';
import type { Reading } from './reading';
import { isTold, type Offers } from './site';

const TYPES: Readonly<Record<VirtualField, Omit<TypeField, 'name' | 'resolve'>>> = {
  owner: { output: 'RosterPerson', filter: 'RosterOwnerFilter', input: 'ID' },
  coOwners: { output: '[RosterPerson!]!', filter: 'RosterCoOwnersFilter', input: '[ID!]' },
};

/** `owner` and `coOwners` as fields of the types that offer them. Whoever has a record in his answer sees it. */
export const addOwnersToSchema = (strapi: Strapi, offers: Offers, read: Reading): void => {
  const toTypeField = (name: VirtualField): TypeField => ({
    name,
    ...TYPES[name],
    async resolve(type, record) {
      if (!isTold(strapi)) throw toHttpError(new RosterError('NOT_A_MEMBER'));
      return (await read({ type, record }))[name];
    },
  });
  addTypeFields(strapi, new Map([...offers].map(([uid, fields]) => [uid, fields.map(toTypeField)])));
};
