import { guardComponentRelations } from '../../../host/component-relations';
import { guardHomepage, isCountingUngoverned, type HomepageRights } from '../../../host/homepage';
import { extendPanelRights, type PanelRight, type PanelUser } from '../../../host/panel-rights';
import { extendTokenRights } from '../../../host/panel-tokens';
import { completeStoredRights } from '../../../host/stored-rights';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { PUBLIC, type Actor } from '../../../kernel/actor';
import { panelUserOf } from '../credentials';
import type { Internals } from '../wiring';

const READ = 'plugin::content-manager.explorer.read';

const homepageRights = ({ actors, panelRights, gate }: Internals): HomepageRights => ({
  limited: gate.limited,
  readable: () => [...new Set(panelRights.onGovernedTypes(actors.current()).flatMap(({ action, subject }) => (action === READ && subject ? [subject] : [])))],
  predicate: (uid) => gate.predicate(uid, 'read'),
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
    if (actor.kind === 'nobody' && actor.reason === 'inactive') return undefined;
    return isBound ? panelRights.onGovernedTypes(actor) : [];
  });

  guardHomepage(strapi, homepageRights(internals));
  guardComponentRelations(strapi, internals.gate.limited);
};

/** What has to wait for the database. */
export const completePanel = (strapi: Strapi, { actors, panelRights, gate }: Internals): void => {
  const isUngoverned = ({ subject }: PanelRight): boolean => subject == null || !gate.governs(subject);
  completeStoredRights(strapi, {
    limited: gate.limited,
    of: (own) => {
      const all = panelRights.of(actors.current(), own);
      return isCountingUngoverned() ? all.filter(isUngoverned) : all;
    },
  });
};
