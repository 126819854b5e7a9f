import { changeCellsRequest } from '../../../../../contracts/requests';
import { includes, isScope, maskOf } from '../../../../../contracts/scopes';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validData } from '../../../kernel/validate';
import { accessOf, decide, type Actor } from '../../access';
import { auditActor } from '../domain/actor-facts';
import { enforcementOf } from '../enforcement.service';

/** Who changes the matrix: team_management.config. */
const CHANGE = { feature: 'team_management', action: 'config' } as const;

type Cells = ReturnType<typeof changeCellsRequest.parse>['cells'];

/** The first cell that would give more than the caller has: nobody hands out what is not his. */
const beyond = (actor: Actor, cells: Cells): number => {
  if (actor.kind !== 'member') return actor.kind === 'system' ? -1 : 0;
  return cells.findIndex(({ feature, action, scope }) => {
    const own = actor.reach.mask(feature, action);
    return isScope(scope) && scope !== 'none' && !includes(own, 'all') && (own & maskOf(scope)) === 0;
  });
};

/** Changes cells of the matrix: all of them, or none. */
export const createCellsController = ({ strapi }: { strapi: Strapi }) => ({
  update: (ctx: RequestContext) =>
    atTheDoor(async () => {
      const enforcement = enforcementOf(strapi);
      const actor = enforcement.actor();
      const { code } = decide(actor, CHANGE.feature, CHANGE.action);
      if (code) throw enforcement.internals.refusals.refuse(actor, code, CHANGE);
      const { cells } = validData(changeCellsRequest, ctx.request.body);
      await accessOf(strapi).assertCells(cells);
      const index = beyond(actor, cells);
      if (index >= 0) throw enforcement.internals.refusals.refuse(actor, 'PERMISSION_DENIED', CHANGE, { path: `data.cells[${index}].scope` });
      await accessOf(strapi).setCells(cells, auditActor(actor));
      return { data: { revision: (await accessOf(strapi).snapshot()).revision } };
    }),
});
