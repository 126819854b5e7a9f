import { revokeToken } from '../../host/revoke-token';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { auditActor, type Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { recordPort } from '../../kernel/record';
import { accessOf, canGrant } from '../access';
import { membersOf } from '../members';
import { createApiTokensRepository, type HostToken, type TokenBinding } from './api-tokens.repository';

/** For whom a token is to act: a member, a role, or nobody. */
export type BindTo = { readonly member: string } | { readonly role: string } | null;

/** What the API tokens of the host act for on governed types. */
export const createApiTokensService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createApiTokensRepository(strapi);

  /** A full-access token is the system, and a token of the panel acts as its owner or not at all. */
  const assertBindable = async (token: HostToken, to: BindTo): Promise<void> => {
    if (token.type === 'full-access') throw new RosterError('TOKEN_UNBINDABLE', 'A full-access token acts as the system. Make it read-only or custom first.');
    if (token.kind !== 'admin' || to === null) return;
    const owner = token.adminUserOwner && (await membersOf(strapi).findByUser({ panelUser: token.adminUserOwner.documentId }));
    if ('role' in to || owner?.documentId !== to.member) throw new RosterError('TOKEN_UNBINDABLE', 'A token of the panel can act for its owner only.', { path: 'data' });
  };

  /** Nobody has a token act for more than he has himself. */
  const assertWithinReach = async (actor: Actor, to: BindTo): Promise<void> => {
    if (to === null) return;
    const access = accessOf(strapi);
    if ('role' in to) await access.assertRole(to.role, 'data.role');
    else if (!(await membersOf(strapi).find(to.member))) throw new RosterError('UNKNOWN_MEMBER', undefined, { path: 'data.member' });
    const reach = 'role' in to ? (await access.snapshot()).reach([to.role]) : await access.reachOf(to.member);
    if (!canGrant(actor, reach)) throw new RosterError('ROLE_BEYOND_CEILING', undefined, { path: 'role' in to ? 'data.role' : 'data.member' });
  };

  return {
    followDeletions: () => repository.followDeletions(),

    /** Every token of the host with what it is bound to. Never a key. */
    async list(): Promise<{ token: HostToken; binding: TokenBinding | null }[]> {
      const [tokens, bindings] = [await repository.tokens(), await repository.bindings()];
      return tokens.map((token) => ({ token, binding: bindings.find((binding) => binding.token === token.documentId) ?? null }));
    },

    /** How many tokens act for a member. */
    countOf: (member: string): Promise<number> => repository.countOf(member),

    /** Deletes the tokens that act for a member or are his in the panel: they would act for nobody, or with rights of their own. In the transaction that runs. */
    async revokeOf({ member, panelUser }: { readonly member: string; readonly panelUser: string | null }): Promise<void> {
      for (const id of await repository.idsOf(member, panelUser)) await revokeToken(strapi, id);
    },

    /** @throws RosterError NOT_FOUND, TOKEN_UNBINDABLE, UNKNOWN_MEMBER, UNKNOWN_ROLE, ROLE_BEYOND_CEILING */
    bind: (documentId: string, to: BindTo, actor: Actor): Promise<void> =>
      asSystem(() =>
        transaction(strapi, async () => {
          const token = await repository.token(documentId);
          if (!token) throw new RosterError('NOT_FOUND');
          await assertBindable(token, to);
          await assertWithinReach(actor, to);
          const before = await repository.binding(documentId);
          if (to === null) await repository.unbind([documentId]);
          else await repository.bind({ token: documentId, member: 'member' in to ? to.member : null, role: 'role' in to ? to.role : null });
          // What a token is called may name a person, who may have to be forgotten.
          const from = before && { member: before.member, role: before.role };
          await recordPort.of(strapi)({ action: 'token.bound', actor: auditActor(actor), target: { type: 'token', id: documentId }, details: { from, to }, personal: { name: token.name } });
        }),
      ),
  };
};

export type ApiTokensService = ReturnType<typeof createApiTokensService>;
