import { guardComponentRelations } from '../../../host/component-relations';
import { completeHomepageRights, guardHomepage, type HomepageRights } from '../../../host/homepage';
import { extendPanelRights, type PanelUser } from '../../../host/panel-rights';
import { extendTokenRights } from '../../../host/panel-tokens';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { PUBLIC, type Actor } from '../../../kernel/actor';
import { panelUserOf } from '../credentials';
import type { Internals } from '../wiring';

const homepageRights = ({ actors, panelRights, gate }: Internals): HomepageRights => ({
  limited: gate.limited,
  governs: gate.governs,
  predicate: (uid) => gate.predicate(uid, 'read'),
  of: (own) => panelRights.of(actors.current(), own),
});

/** The panel and what speaks with its rights: the Content Manager, its homepage, tokens of the panel, the MCP server. */
export const openPanel = (strapi: Strapi, internals: Internals): void => {
  const { actors, panelRights } = internals;
  const actorOf = async (request: RequestContext, user: PanelUser): Promise<Actor> => {
    const found = panelUserOf(user);
    return found ? actors.ofUser(request, found) : PUBLIC;
  };

  extendPanelRights(strapi, async (request, user, own) => panelRights.of(await actorOf(request, user), own));

  extendTokenRights(strapi, async (request, token, owner) => {
    const user = panelUserOf(owner);
    if (!user) return [];
    const { actor, isBound } = await actors.ofPanelToken(request, token, user);
    return isBound ? panelRights.onGovernedTypes(actor) : [];
  });

  guardHomepage(strapi, homepageRights(internals));
  guardComponentRelations(strapi, internals.gate.limited);
};

/** What has to wait for the database. */
export const completePanel = (strapi: Strapi, internals: Internals): void => completeHomepageRights(strapi, homepageRights(internals));
