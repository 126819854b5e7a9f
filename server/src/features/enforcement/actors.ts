import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { PUBLIC, SYSTEM, type Actor, type TokenRef } from '../../kernel/actor';
import { framedActor } from '../../kernel/frame';
import { credentialsOf, type HostUser } from './credentials';
import { createLookUp, through } from './look-up';

const LOOKED_UP = Symbol('roster.looked-up');
const RESOLVED = Symbol('roster.resolved');
const PANEL_TOKEN = Symbol('roster.panel-token');

type State = RequestContext['state'] & {
  [LOOKED_UP]?: { readonly key: string; readonly actor: Promise<Actor> };
  [RESOLVED]?: Actor;
  [PANEL_TOKEN]?: TokenRef;
};

/** Finds out on whose behalf a request runs, and remembers it for the rest of the request. Whoever it cannot tell is nobody. */
export const createActors = (strapi: Strapi) => {
  const lookUp = createLookUp(strapi);

  /** One look-up per request and user: the door's own adapter may ask first, the guards ask again. */
  const ofUser = (request: RequestContext, user: HostUser): Promise<Actor> => {
    const state = request.state as State;
    const key = `${user.door} ${user.documentId}`;
    if (state[LOOKED_UP]?.key !== key) state[LOOKED_UP] = { key, actor: lookUp.user(user) };
    return state[LOOKED_UP].actor;
  };

  const ofRequest = async (request: RequestContext): Promise<Actor> => {
    const credentials = credentialsOf(request);
    switch (credentials.kind) {
      case 'user':
        return through(await ofUser(request, credentials.user), (request.state as State)[PANEL_TOKEN]);
      case 'system':
        return credentials.token === undefined ? SYSTEM : lookUp.fullAccess(credentials.token);
      case 'token':
        return lookUp.token(credentials.id);
      case 'none':
        return PUBLIC;
    }
  };

  return {
    ofUser,
    ofMember: lookUp.member,
    /** The member behind a user of the host, outside of his own requests. */
    ofHostUser: lookUp.user,

    /**
     * A token of the panel acts as its owner. Its own rights are those that were ticked for it; the owner's
     * on governed types, which nobody can tick, come to it when it is bound to him.
     */
    async ofPanelToken(request: RequestContext, id: number, owner: HostUser): Promise<{ readonly actor: Actor; readonly isBound: boolean }> {
      const found = await lookUp.panelToken(id);
      const token = found && { documentId: found.documentId, name: found.name };
      const actor = through(await ofUser(request, owner), token);
      const state = request.state as State;
      if (token) state[PANEL_TOKEN] = token;
      // The MCP server asks for the token and for nothing else: no authentication of the host follows.
      state[RESOLVED] = actor;
      return { actor, isBound: actor.kind === 'member' && found?.member === actor.member.documentId };
    },

    /** Resolves the actor of a request that has just been authenticated; `current` then answers at once. */
    async resolve(request: RequestContext): Promise<Actor> {
      const actor = await ofRequest(request);
      (request.state as State)[RESOLVED] = actor;
      return actor;
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
      return (request.state as State)[RESOLVED] ?? PUBLIC;
    },
  };
};

export type Actors = ReturnType<typeof createActors>;
