import type { AccountInfo } from '../../../../contracts/http-account';
import { displayNameOf } from '../../host/content-types';
import type { Strapi } from '../../host/strapi';
import { memberIn, type MemberActor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { iso } from '../../kernel/iso';
import { accessOf } from '../access';
import { booksOf } from '../books';
import { membersOf, type Grant, type Member } from '../members';
import type { AccountConfig } from './config';

/** Where a member belongs, and what he has access to: as the decisions of this request see it. */
export const createBelonging = (strapi: Strapi, { organisation }: AccountConfig) => {
  const actorOf = (): MemberActor => {
    const actor = doorPort.of(strapi).actor();
    if (actor.kind !== 'member' || !memberIn(actor)) throw new RosterError('NOT_A_MEMBER');
    return actor;
  };

  const rolesOf = async ({ reach }: MemberActor, grants: readonly Grant[]): Promise<AccountInfo['organisation']['roles']> => {
    const labels = await accessOf(strapi).labels();
    return reach.roles.map(({ key }) => {
      // A Super Admin of the host is an admin without any grant.
      const grant = grants.find(({ role }) => role === key);
      return { key, label: labels.of(key), source: grant?.source ?? null, endsAt: grant?.endsAt ? iso(grant.endsAt) : null };
    });
  };

  const booksIn = async ({ documentId }: Member): Promise<AccountInfo['access']['books']> => {
    const types = [...accessOf(strapi).registry.bindings.values()].filter(({ owns, mode }) => owns && mode !== 'off').map(({ type }) => type);
    return Promise.all(types.map(async (type) => ({ type, displayName: displayNameOf(strapi, type), ...(await booksOf(strapi).sharesIn(type, documentId)) })));
  };

  return {
    async of(member: Member & { readonly createdAt?: Date | string }): Promise<AccountInfo> {
      const actor = actorOf();
      const grants = await membersOf(strapi).grants(member.documentId);
      const names = new Map((await membersOf(strapi).territories.all()).map(({ key, name }) => [key, name]));
      return {
        organisation: {
          name: organisation ?? strapi.config.get<string>('info.name', 'Strapi'),
          since: iso(member.createdAt ?? new Date(0)),
          doors: { panel: member.panelUser !== null, api: member.apiUser !== null },
          roles: await rolesOf(actor, grants),
        },
        access: {
          restriction: actor.restriction,
          territories: actor.territories.map((key) => ({ key, name: names.get(key) ?? key })),
          books: await booksIn(member),
        },
      };
    },
  };
};
