import { addTypeFields, type TypeField } from '../../../host/graphql-fields';
import { toHttpError } from '../../../host/http-errors';
import type { Strapi } from '../../../host/strapi';
import { RosterError } from '../../../kernel/errors';
import { accessOf } from '../../access';
import { isOwnerField, type OwnerField, type VirtualField } from '../domain/virtual-fields';
import type { Reading } from './reading';
import { isTold, type Offers } from './site';

type Shape = Omit<TypeField, 'name' | 'resolve'>;

const OWNERS: Readonly<Record<OwnerField, Shape>> = {
  owner: { output: 'RosterPerson', filter: 'RosterOwnerFilter', input: 'ID' },
  coOwners: { output: '[RosterPerson!]!', filter: 'RosterCoOwnersFilter', input: '[ID!]' },
};

const booleans = (names: readonly string[]): Shape => ({ output: { name: 'Abilities', fields: names.map((name) => `${name}: Boolean!`) } });

/** The fields of the types that offer them. Whoever has a record in his answer sees it. */
export const addOwnersToSchema = (strapi: Strapi, offers: Offers, read: Reading): void => {
  const { registry } = accessOf(strapi);
  const toTypeField = (uid: string, name: VirtualField): TypeField => ({
    name,
    ...(isOwnerField(name) ? OWNERS[name] : booleans(registry.actionsOn(uid))),
    async resolve(record) {
      if (!isTold(strapi)) throw toHttpError(new RosterError('NOT_A_MEMBER'));
      return (await read({ type: uid, record }, new Set([name])))[name];
    },
  });
  addTypeFields(strapi, new Map([...offers].map(([uid, fields]) => [uid, fields.map((name) => toTypeField(uid, name))])));
};
