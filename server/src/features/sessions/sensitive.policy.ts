import { atTheDoor } from '../../host/http-errors';
import type { Strapi } from '../../host/strapi';
import { doorPort } from '../../kernel/door';
import { sessionsOf } from './sessions.service';

/** Name of the policy in a route's config. */
export const SENSITIVE = 'plugin::roster.sensitive';

/** A route that is open only to who has proved lately who he is. */
export const sensitivePolicy = (_context: unknown, _config: unknown, { strapi }: { strapi: Strapi }): Promise<boolean> =>
  atTheDoor(async () => {
    await sessionsOf(strapi).assurance.demandRecent(doorPort.of(strapi).actor());
    return true;
  });
