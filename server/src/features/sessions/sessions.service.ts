import { service } from '../../host/services';
import type { Strapi } from '../../host/strapi';
import { createAssurance } from './assurance';
import { createBeginning } from './beginning';
import { createCleaning } from './cleaning';
import { createEnding } from './ending';
import { createListing } from './listing';
import { proving } from './proving';
import { createSessionsRepository } from './sessions.repository';

/** Who is signed in where, and by what he has proved who he is. */
export const createSessionsService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createSessionsRepository(strapi);
  const ending = createEnding(strapi, repository);
  const beginning = createBeginning(strapi, repository);
  return {
    ...createListing(strapi, repository, ending),
    assurance: createAssurance(strapi, repository),
    /** Sessions that begin in here have proved this: whoever lets somebody in says by what. */
    proving,
    /** A session for a token that the host keeps none for. Its id. @throws RosterError MEMBER_INACTIVE */
    begin: beginning.ofToken,
    cleaning: createCleaning(strapi, repository),
    internals: { repository, ending, beginning },
  };
};

export type SessionsService = ReturnType<typeof createSessionsService>;

export const sessionsOf = service<SessionsService>('sessions');
