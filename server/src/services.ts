import type { AccessService } from './features/access';
import type { BooksService } from './features/books';
import type { EnforcementService } from './features/enforcement';
import type { MembersService } from './features/members';
import type { SiteLog } from './kernel/site-log';

/**
 * The plugin's services as a site's own code calls them:
 *
 *     import type { RosterServices } from 'strapi-plugin-roster/strapi-server';
 *     const books = strapi.plugin('roster').service('books') as RosterServices['books'];
 *
 * What a service has besides belongs to the plugin, and may change with any version.
 */
export interface RosterServices {
  /** What the site's own code has to tell the audit log. */
  readonly audit: SiteLog;
  /** Who is asking, what may he, and how to act as the system or as a member. */
  readonly enforcement: Omit<EnforcementService, 'internals'>;
  /** Who is in the team. */
  readonly members: Pick<MembersService, 'find' | 'findByEmail' | 'grants' | 'page' | 'create' | 'link' | 'setRole' | 'deactivate' | 'reactivate' | 'defineTerritory' | 'setTerritories' | 'restrict'>;
  /** What the roles may do. */
  readonly access: Pick<AccessService, 'roles' | 'reachOf' | 'setCells'>;
  /** Who owns a record, who helps, who wrote it. */
  readonly books: Omit<BooksService, 'assertOwns' | 'assertShareable' | 'helpedBy' | 'ownedCount' | 'sharedWith'>;
}
