import { afterAuthentication, withExplanation } from '../../../host/auth';
import { refuseRefresh } from '../../../host/sessions';
import type { Strapi } from '../../../host/strapi';
import type { Internals } from '../wiring';

/**
 * Every authenticated request passes here, whichever door issued the session: who it is is found out once,
 * and whoever was a member and is no longer active gets nothing at all, from his next request on.
 */
export const watchAuthentication = (strapi: Strapi, { actors, refusals, explanations }: Internals): void => {
  afterAuthentication(strapi, async (request, next) => {
    const actor = await actors.resolve(request);
    if (actor.kind === 'nobody' && actor.reason === 'inactive') throw refusals.refuse(actor, 'MEMBER_INACTIVE', {});
    if (request.state.route?.info?.type !== 'admin') return next();
    return withExplanation(request, next, () => explanations.panel(request));
  });

  // A session that could be renewed would outlive the person's time in the team.
  refuseRefresh(strapi, async (user) => {
    const actor = await actors.ofHostUser(user);
    return actor.kind === 'nobody' && actor.reason === 'inactive';
  });
};
