import { membersQuery, usersQuery, type FreeUser, type MembersPage } from '../../../../../contracts/http-members';
import { restrictionQuery, type Opening } from '../../../../../contracts/http-restriction';
import { addMemberRequest, linkUsersRequest, restrictRequest, setRoleRequest, setStatusRequest, setTerritoriesRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import type { Actor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData, validQuery } from '../../../kernel/validate';
import { decide } from '../../access';
import type { MemberFilter } from '../../members';
import { isAdminOfTeam } from '../assertions';
import { endOf } from '../standing';
import type { TeamService } from '../team.service';
import { createUsersRepository } from '../users.repository';
import { toInfo, type May } from './member-info';

const FEATURE = 'team_management';

const mayOf = (actor: Actor): May => ({
  update: decide(actor, FEATURE, 'update').allowed,
  erase: decide(actor, FEATURE, 'delete').allowed && isAdminOfTeam(actor),
});

/** The members of the team: listed for who may view the team, changed by who manages it, and never beyond what he has himself. */
export const createMembersController = ({ strapi }: { strapi: Strapi }) => {
  const team = () => strapi.plugin('roster').service('team') as TeamService;
  const users = createUsersRepository(strapi);

  const page = async (actor: Actor, query: MemberFilter): Promise<MembersPage> => {
    const { members, total } = await team().list(actor, query);
    const may = mayOf(actor);
    return {
      data: members.map((member) => toInfo(member, may)),
      meta: {
        pagination: { page: query.page, pageSize: query.pageSize, pageCount: Math.ceil(total / query.pageSize), total },
        grantable: may.update || decide(actor, FEATURE, 'create').allowed ? await team().grantable(actor) : [],
      },
    };
  };

  /** Demands a cell, changes somebody, and answers with his documentId. */
  const change = (action: string, run: (actor: Actor, ctx: RequestContext, documentId: string) => Promise<unknown>) => (ctx: RequestContext) =>
    atTheDoor(async () => {
      const documentId = ctx.params['documentId'] ?? '';
      const actor = doorPort.of(strapi).demand(FEATURE, action, documentId === '' ? {} : { record: documentId });
      const made = await run(actor, ctx, documentId);
      return { data: { documentId: (made as { documentId?: string } | undefined)?.documentId ?? documentId } };
    });

  return {
    /** The members in pages, searched and filtered. The right of the panel's route decides. */
    find: (ctx: RequestContext) => atTheDoor(() => page(doorPort.of(strapi).entered(FEATURE, 'view'), validQuery(membersQuery, ctx.query))),

    /** The members in pages, searched and filtered, for who may view the team. */
    findAsMember: (ctx: RequestContext) => atTheDoor(() => page(doorPort.of(strapi).demand(FEATURE, 'view'), validQuery(membersQuery, ctx.query))),

    /** Users of the host who could be linked to a member. */
    users: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: FreeUser[] }> => {
        doorPort.of(strapi).demand(FEATURE, 'create');
        const { door, search } = validQuery(usersQuery, ctx.query);
        return { data: await users.free(door, search) };
      }),

    /** Adds a member who is active at once. */
    create: change('create', (actor, ctx) => {
      const { apiUser, panelUser, ...values } = validData(addMemberRequest, ctx.request.body);
      return team().add(actor, { ...values, ...(apiUser !== undefined && { apiUser }), ...(panelUser !== undefined && { panelUser }) });
    }),

    /** Gives a member another role by hand, until a moment if one is said. */
    setRole: change('update', (actor, ctx, documentId) => {
      const { role, endsAt } = validData(setRoleRequest, ctx.request.body);
      return team().setRole(actor, documentId, role, endOf(endsAt));
    }),

    /** Deactivates a member, who loses everything by his next request, or lets him in again. */
    setStatus: change('update', (actor, ctx, documentId) => team().setStatus(actor, documentId, validData(setStatusRequest, ctx.request.body).status)),

    /** Says how far `all` reaches for a member. */
    restrict: change('update', (actor, ctx, documentId) => team().restrict(actor, documentId, validData(restrictRequest, ctx.request.body).restriction)),

    /** How many records another restriction would open up to a member, or close. */
    opening: (ctx: RequestContext) =>
      atTheDoor(async (): Promise<{ data: Opening[] }> => {
        const documentId = ctx.params['documentId'] ?? '';
        const actor = doorPort.of(strapi).demand(FEATURE, 'update', { record: documentId });
        return { data: await team().opening(actor, documentId, validQuery(restrictionQuery, ctx.query).restriction) };
      }),

    /** Gives a member these territories and no others. */
    setTerritories: change('update', (actor, ctx, documentId) => team().setTerritories(actor, documentId, validData(setTerritoriesRequest, ctx.request.body).territories)),

    /** Says which users of the host are a member's. */
    link: change('update', (actor, ctx, documentId) => {
      const { apiUser, panelUser } = validData(linkUsersRequest, ctx.request.body);
      return team().link(actor, documentId, { ...(apiUser !== undefined && { apiUser }), ...(panelUser !== undefined && { panelUser }) });
    }),
  };
};
