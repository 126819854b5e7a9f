import type { TerritoryInfo } from '../../../../../contracts/http-territories';
import { addTerritoryRequest, renameTerritoryRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import { membersOf } from '../../members';

const FEATURE = 'team_management';

/** The territories of the team: listed for who may view the team, changed by who manages it. */
export const createTerritoriesController = ({ strapi }: { strapi: Strapi }) => {
  const all = async (): Promise<{ data: TerritoryInfo[] }> => ({ data: await membersOf(strapi).territories.all() });

  const changing =
    <T>(run: (ctx: RequestContext, by: ReturnType<typeof auditActor>) => Promise<T>) =>
    (ctx: RequestContext) =>
      atTheDoor(async () => ({ data: await run(ctx, auditActor(doorPort.of(strapi).demand(FEATURE, 'update'))) }));

  return {
    /** All territories, by name. The right of the panel's route decides. */
    find: () =>
      atTheDoor(() => {
        doorPort.of(strapi).entered(FEATURE, 'view');
        return all();
      }),

    /** All territories, by name, for who may view the team. */
    findAsMember: () =>
      atTheDoor(() => {
        doorPort.of(strapi).demand(FEATURE, 'view');
        return all();
      }),

    /** Adds a territory, by the key that records name it by. */
    create: changing((ctx, by) => {
      const { key, name } = validData(addTerritoryRequest, ctx.request.body);
      return membersOf(strapi).territories.create(key, name, by);
    }),

    /** Gives a territory another name. Its key stays. */
    update: changing((ctx, by) => membersOf(strapi).territories.rename(ctx.params['key'] ?? '', validData(renameTerritoryRequest, ctx.request.body).name, by)),

    /** Deletes a territory that no member has. */
    remove: changing(async (ctx, by) => {
      const key = ctx.params['key'] ?? '';
      await membersOf(strapi).territories.remove(key, by);
      return { key };
    }),
  };
};
