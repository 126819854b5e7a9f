import type { ApiTokenInfo } from '../../../../../contracts/http-api-tokens';
import { bindTokenRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import { membersOf } from '../../members';
import type { ApiTokensService } from '../api-tokens.service';

/** The API tokens of the host, and for whom each acts on governed types. */
export const createApiTokensController = ({ strapi }: { strapi: Strapi }) => {
  const service = () => strapi.plugin('roster').service('api-tokens') as ApiTokensService;

  const ownerOf = async (panelUser: string | undefined): Promise<ApiTokenInfo['owner']> => {
    const member = panelUser === undefined ? null : await membersOf(strapi).findByUser({ panelUser });
    return member && { documentId: member.documentId, name: member.name };
  };

  const memberOf = async (documentId: string): Promise<NonNullable<ApiTokenInfo['binding']>['member']> => {
    const member = await membersOf(strapi).find(documentId);
    return { documentId, name: member?.name ?? null, status: member?.status ?? null };
  };

  const find = async (): Promise<{ data: ApiTokenInfo[] }> => ({
    data: await Promise.all(
      (await service().list()).map(async ({ token, binding }) => ({
        documentId: token.documentId,
        name: token.name,
        description: token.description,
        kind: token.kind ?? 'content-api',
        type: token.type,
        lastUsedAt: token.lastUsedAt,
        expiresAt: token.expiresAt,
        owner: await ownerOf(token.adminUserOwner?.documentId),
        binding: binding && { role: binding.role, member: binding.member === null ? null : await memberOf(binding.member) },
      })),
    ),
  });

  return {
    /** The API tokens of the host, with what each acts for. Never a key. */
    find: () => atTheDoor(find),

    /** Has a token act for a member, with a role, or for nobody. */
    bind: (ctx: RequestContext) =>
      atTheDoor(async () => {
        const to = validData(bindTokenRequest, ctx.request.body);
        await service().bind(ctx.params['documentId'] ?? '', to, doorPort.of(strapi).actor());
        return find();
      }),
  };
};
