import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { INACTIVE, NON_MEMBER, PUBLIC, SYSTEM, type Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import { framedActor } from '../../kernel/frame';
import { accessOf } from '../access';
import { credentialsOf, type HostUser } from './credentials';
import { createPrincipalRepository, type Principal } from './principal.repository';
import { adoptSuperAdmin } from './super-admin';

const LOOKED_UP = Symbol('roster.looked-up');
const RESOLVED = Symbol('roster.resolved');

type State = RequestContext['state'] & {
  [LOOKED_UP]?: { readonly key: string; readonly actor: Promise<Actor> };
  [RESOLVED]?: Actor;
};

/** Who has no member row, is not active, or whose grants have ended is not let in by anything that he once was. */
const toActor = async (strapi: Strapi, principal: Principal | undefined): Promise<Actor> => {
  if (!principal) return NON_MEMBER;
  if (principal.status !== 'active') return INACTIVE;
  const now = clockPort.of(strapi)();
  const live = principal.grants.filter(({ endsAt }) => endsAt === null || endsAt > now).map(({ role }) => role);
  const snapshot = await accessOf(strapi).snapshot(principal.revision);
  const { documentId, name, email, holds } = principal;
  return { kind: 'member', member: { documentId, name, email }, reach: snapshot.reach(live), holds };
};

/** Finds out on whose behalf a request runs. Whoever it cannot tell is nobody. */
export const createActors = (strapi: Strapi) => {
  const repository = createPrincipalRepository(strapi);

  const lookUp = async (user: HostUser): Promise<Actor> => {
    const where = { [user.door]: user.documentId };
    const found = await repository.find(where);
    if (found || !user.superAdmin) return toActor(strapi, found);
    await adoptSuperAdmin(strapi, user);
    return toActor(strapi, await repository.find(where));
  };

  /** One look-up per request and user: the door's own adapter may ask first, the guards ask again. */
  const ofUser = (request: RequestContext, user: HostUser): Promise<Actor> => {
    const state = request.state as State;
    const key = `${user.door} ${user.documentId}`;
    if (state[LOOKED_UP]?.key !== key) state[LOOKED_UP] = { key, actor: lookUp(user) };
    return state[LOOKED_UP].actor;
  };

  const ofRequest = async (request: RequestContext): Promise<Actor> => {
    const credentials = credentialsOf(request);
    switch (credentials.kind) {
      case 'user':
        return ofUser(request, credentials.user);
      case 'system':
        return SYSTEM;
      case 'token':
        return NON_MEMBER;
      case 'none':
        return PUBLIC;
    }
  };

  return {
    /** The member behind a users-permissions user, remembered for the rest of the request. */
    ofApiUser: (request: RequestContext, documentId: string) => ofUser(request, { door: 'apiUser', documentId }),

    /** Resolves the actor of a request that has just been authenticated; `current` then answers at once. */
    async resolve(request: RequestContext): Promise<void> {
      (request.state as State)[RESOLVED] = await ofRequest(request);
    },

    ofMember: async (documentId: string): Promise<Actor> => toActor(strapi, await repository.find({ documentId })),

    /**
     * The actor of the code that runs: the one that it was told to act as; else the request's; outside
     * of requests (boot, cron, CLI) the system. A request that nobody authenticated is the public's.
     */
    current(): Actor {
      const framed = framedActor();
      if (framed) return framed as Actor;
      const request = currentRequest(strapi);
      if (!request) return SYSTEM;
      return (request.state as State)[RESOLVED] ?? PUBLIC;
    },
  };
};

export type Actors = ReturnType<typeof createActors>;
