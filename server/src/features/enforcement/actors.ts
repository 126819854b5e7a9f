import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { framedActor } from '../../kernel/frame';
import { INACTIVE, NON_MEMBER, PUBLIC, SYSTEM, accessOf, type Actor } from '../access';
import { membersOf } from '../members';
import type { MemberActor } from './domain/actor-facts';
import { createPrincipalRepository, type HostUser, type Principal } from './principal.repository';

const ACTOR = Symbol('roster.actor');

interface Credentials {
  documentId?: string;
  email?: string;
  firstname?: string;
  lastname?: string;
  type?: string;
  roles?: { code?: string }[];
}

type State = RequestContext['state'] & { [ACTOR]?: { key: string; actor: Promise<Actor> } };

const isSuperAdmin = ({ roles = [] }: Credentials): boolean => roles.some(({ code }) => code === 'strapi-super-admin');

/** Finds out on whose behalf a request runs. Whoever it cannot tell is nobody. */
export const createActors = (strapi: Strapi) => {
  const repository = createPrincipalRepository(strapi);

  const toActor = async (principal: Principal | undefined): Promise<Actor> => {
    if (!principal) return NON_MEMBER;
    if (principal.status !== 'active') return INACTIVE;
    const now = clockPort.of(strapi)();
    const live = principal.grants.filter(({ endsAt }) => endsAt === null || endsAt > now).map(({ role }) => role);
    const snapshot = await accessOf(strapi).snapshot(principal.revision);
    const { documentId, name, email, holds } = principal;
    return { kind: 'member', member: { documentId, name, email }, reach: snapshot.reach(live), holds } as MemberActor;
  };

  /** A Super Admin is a member with role admin from his first request on. */
  const superAdmin = async (user: HostUser, credentials: Credentials): Promise<Actor> => {
    const found = await repository.find({ [user.door]: user.documentId });
    if (!found) {
      const name = [credentials.firstname, credentials.lastname].filter(Boolean).join(' ') || (credentials.email ?? 'Super Admin');
      await membersOf(strapi).adopt({ email: credentials.email ?? user.documentId, name, role: 'admin', source: 'default', panelUser: user.documentId });
    }
    return toActor(found ?? (await repository.find({ [user.door]: user.documentId })));
  };

  /** One look-up per request and user: the door's own adapter may ask first, the guards ask again. */
  const ofUser = (request: RequestContext, user: HostUser, resolve: () => Promise<Actor>): Promise<Actor> => {
    const state = request.state as State;
    const key = `${user.door}:${user.documentId}`;
    if (state[ACTOR]?.key !== key) state[ACTOR] = { key, actor: resolve() };
    return state[ACTOR].actor;
  };

  const find = (user: HostUser) => async () => toActor(await repository.find({ [user.door]: user.documentId }));

  const ofRequest = async (request: RequestContext): Promise<Actor> => {
    const { auth } = request.state;
    const credentials = (auth?.credentials ?? {}) as Credentials;
    switch (auth?.strategy?.name) {
      case 'users-permissions': {
        if (!credentials.documentId) return PUBLIC;
        const user: HostUser = { door: 'apiUser', documentId: credentials.documentId };
        return ofUser(request, user, find(user));
      }
      case 'admin':
      case 'admin-token': {
        const admin = (request.state.user ?? {}) as Credentials;
        if (!admin.documentId) return NON_MEMBER;
        const user: HostUser = { door: 'panelUser', documentId: admin.documentId };
        return ofUser(request, user, isSuperAdmin(admin) ? () => superAdmin(user, admin) : find(user));
      }
      case 'content-api-token':
        return credentials.type === 'full-access' ? SYSTEM : NON_MEMBER;
      case 'data-transfer':
        return SYSTEM;
      default:
        return PUBLIC;
    }
  };

  const RESOLVED = Symbol('roster.resolved');

  return {
    /** The member behind a users-permissions user, remembered for the rest of the request. */
    ofApiUser: (request: RequestContext, documentId: string) => {
      const user: HostUser = { door: 'apiUser', documentId };
      return ofUser(request, user, find(user));
    },

    /** Resolves the actor of a request that has just been authenticated; `current` then answers at once. */
    async resolve(request: RequestContext): Promise<void> {
      request.state[RESOLVED] = await ofRequest(request);
    },

    async ofMember(documentId: string): Promise<Actor> {
      return toActor(await repository.find({ documentId }));
    },

    /**
     * The actor of the code that runs: the one that it was told to act as; else the request's; outside
     * of requests (boot, cron, CLI) the system. A request that nobody authenticated is the public's.
     */
    current(): Actor {
      const framed = framedActor();
      if (framed) return framed as Actor;
      const request = currentRequest(strapi);
      if (!request) return SYSTEM;
      return (request.state[RESOLVED] as Actor | undefined) ?? PUBLIC;
    },
  };
};

export type Actors = ReturnType<typeof createActors>;
