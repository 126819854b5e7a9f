import type { RequestContext, Strapi } from './strapi';

/** A user of the site who signs in or out, or somebody who tries to. */
export interface SignInUser {
  readonly door: 'apiUser' | 'panelUser';
  readonly documentId: string;
}

/** What a plugin hears of signing in and out, at each door that takes a name and a password, GraphQL too. */
export interface SignInEvents {
  /** @throws what it throws takes the session back that was about to be given */
  signedIn(user: SignInUser, request: RequestContext): Promise<void>;
  signInFailed(attempt: { readonly door: SignInUser['door']; readonly identifier: string; readonly reason: string }, request: RequestContext): void;
  signedOut(user: SignInUser, request: RequestContext): Promise<void>;
}

type Action = (ctx: RequestContext, next: () => Promise<unknown>) => Promise<unknown>;
type Controller = Record<string, Action>;

interface Door {
  readonly door: SignInUser['door'];
  readonly uid: string;
  readonly controller: string;
  readonly signIn: string;
  readonly identifier: string;
}

const DOORS: readonly Door[] = [
  { door: 'panelUser', uid: 'admin::user', controller: 'admin::authentication', signIn: 'login', identifier: 'email' },
  { door: 'apiUser', uid: 'plugin::users-permissions.user', controller: 'plugin::users-permissions.auth', signIn: 'callback', identifier: 'identifier' },
];

interface Answer {
  readonly user?: { readonly id?: number | string };
  readonly data?: { readonly user?: { readonly id?: number | string } };
}

/** The host hands its answers' users out with ids, and not everywhere with documentIds. */
const userIn = async (strapi: Strapi, { uid, door }: Door, id: number | string | undefined): Promise<SignInUser | undefined> => {
  if (id === undefined) return undefined;
  const user = (await strapi.db.query(uid as never).findOne({ select: ['documentId'] as never, where: { id } as never })) as { documentId: string } | null;
  return user ? { door, documentId: user.documentId } : undefined;
};

const withdraw = (ctx: RequestContext): void => {
  ctx.body = undefined;
  ctx.remove('Set-Cookie');
};

/** Wraps what the host's controllers do when somebody signs in or out. Their answers stay as they are. */
export const onSignIns = (strapi: Strapi, events: SignInEvents): void => {
  const wrap = (door: Door, controller: Controller): Controller => {
    const { [door.signIn]: signIn, logout } = controller as { [name: string]: Action };
    if (!signIn || !logout) throw new Error(`The host's ${door.controller} has no ${door.signIn} or no logout.`);
    return {
      ...controller,
      async [door.signIn](ctx, next) {
        const identifier = (ctx.request.body as Record<string, unknown> | undefined)?.[door.identifier];
        try {
          await signIn(ctx, next);
        } catch (error) {
          if (typeof identifier === 'string') events.signInFailed({ door: door.door, identifier, reason: (error as Error).message }, ctx);
          throw error;
        }
        const { user, data } = (ctx.body ?? {}) as Answer;
        const who = await userIn(strapi, door, (data?.user ?? user)?.id);
        if (!who) return;
        await events.signedIn(who, ctx).catch((error: unknown) => {
          withdraw(ctx);
          throw error;
        });
      },
      async logout(ctx, next) {
        const { id } = ctx.state.user ?? {};
        const who = await userIn(strapi, door, id);
        await logout(ctx, next);
        if (who && ctx.status < 300) await events.signedOut(who, ctx);
      },
    };
  };

  for (const door of DOORS) {
    if (door.door === 'apiUser' && !strapi.plugin('users-permissions')) continue;
    // The host makes some controllers by a function, once it needs them.
    strapi.get('controllers').extend(door.controller, ((controller: Controller) => wrap(door, controller)) as never);
  }
};
