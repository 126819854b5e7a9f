import { changeCellsRequest } from '../../../../../contracts/requests';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { auditActor } from '../../../kernel/actor';
import { doorPort } from '../../../kernel/door';
import { validData } from '../../../kernel/validate';
import type { AccessService } from '../access.service';
import { beyondCeiling } from '../domain/ceiling';

/** Who changes the matrix: team_management.config. */
const CHANGE = { feature: 'team_management', action: 'config' } as const;

/** Changes cells of the matrix: all of them, or none. */
export const createCellsController = ({ strapi }: { strapi: Strapi }) => ({
  update: (ctx: RequestContext) =>
    atTheDoor(async () => {
      const service = strapi.plugin('roster').service('access') as AccessService;
      const door = doorPort.of(strapi);
      const actor = door.demand(CHANGE.feature, CHANGE.action);
      const { cells } = validData(changeCellsRequest, ctx.request.body);
      await service.assertCells(cells);
      const beyond = beyondCeiling(actor, cells);
      if (beyond >= 0) throw door.refuse(CHANGE, { path: `data.cells[${beyond}].scope` });
      await service.setCells(cells, auditActor(actor));
      return { data: { revision: (await service.snapshot()).revision } };
    }),
});
