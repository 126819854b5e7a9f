import { withLocales, type PanelRight } from './panel-rights';
import type { Strapi } from './strapi';

interface Params {
  readonly where?: { readonly action?: string | readonly string[]; readonly subject?: string; readonly role?: unknown };
}

interface EntityManager {
  findMany(uid: string, params?: Params): Promise<PanelRight[]>;
}

/** What the guards know, for the user of the running request. */
export interface RightsOfTheRequest {
  limited(): boolean;
  of(own: readonly PanelRight[]): readonly PanelRight[];
}

/**
 * A few places of the host do not ask what a user may, but read the rights that are stored for his roles and
 * an action: the homepage's widgets, and i18n where it copies a record's other languages. Members' rights are
 * stored nowhere, so the query answers with them. It is the query, because some of the host's services are
 * made before any plugin is registered, with services that cannot be extended any more. At bootstrap.
 */
export const completeStoredRights = (strapi: Strapi, rights: RightsOfTheRequest): void => {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { findMany } = manager;
  manager.findMany = async function findManyCompleted(this: EntityManager, uid, params) {
    const own = await findMany.call(this, uid, params);
    const { action, subject, role } = params?.where ?? {};
    if (uid !== 'admin::permission' || action === undefined || role === undefined || !rights.limited()) return own;
    const asked = [action].flat();
    const all = rights.of(own).filter((right) => asked.includes(right.action) && (subject === undefined || right.subject === subject));
    return (await withLocales(strapi, all)) as PanelRight[];
  };
};
