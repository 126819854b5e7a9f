import type { RequestContext, Strapi } from './strapi';

/** What somebody does at one of the host's doors for names, passwords and the links about them. */
export type AuthKind = 'sign-in' | 'register' | 'forgot-password' | 'reset-password' | 'change-password' | 'ask-confirmation' | 'confirm-email' | 'invited';

export interface AuthCall {
  readonly door: 'panelUser' | 'apiUser';
  readonly kind: AuthKind;
  /** The name or the address that was given, if one was. */
  readonly identifier?: string;
  readonly request: RequestContext;
}

/** Runs around the host's own action. What it throws is the answer. */
export type AroundAuth = (call: AuthCall, go: () => Promise<unknown>) => Promise<unknown>;

type Action = (ctx: RequestContext, ...rest: readonly unknown[]) => Promise<unknown>;
type Controller = Record<string, Action>;

interface Entry {
  readonly kind: AuthKind;
  /** The field of the body that names somebody. */
  readonly identifier?: string;
}

/** GraphQL's mutations call the same controllers. */
const DOORS: readonly { readonly door: AuthCall['door']; readonly controller: string; readonly actions: Readonly<Record<string, Entry>> }[] = [
  {
    door: 'panelUser',
    controller: 'admin::authentication',
    actions: {
      login: { kind: 'sign-in', identifier: 'email' },
      forgotPassword: { kind: 'forgot-password', identifier: 'email' },
      resetPassword: { kind: 'reset-password' },
      register: { kind: 'invited' },
      registrationInfo: { kind: 'invited' },
    },
  },
  {
    door: 'apiUser',
    controller: 'plugin::users-permissions.auth',
    actions: {
      callback: { kind: 'sign-in', identifier: 'identifier' },
      forgotPassword: { kind: 'forgot-password', identifier: 'email' },
      resetPassword: { kind: 'reset-password' },
      register: { kind: 'register', identifier: 'email' },
      changePassword: { kind: 'change-password' },
      sendEmailConfirmation: { kind: 'ask-confirmation', identifier: 'email' },
      emailConfirmation: { kind: 'confirm-email' },
    },
  },
];

/** Who signs in with a provider gives no password here. */
const isWithProvider = (kind: AuthKind, { params }: RequestContext): boolean => kind === 'sign-in' && (params['provider'] ?? 'local') !== 'local';

const givenIn = (request: RequestContext, field: string | undefined): string | undefined => {
  const value = field === undefined ? undefined : ((request.request.body ?? {}) as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
};

/** Wraps what the host's controllers do with names and passwords. In `register`, before routes are composed. */
export const aroundAuthDoors = (strapi: Strapi, run: AroundAuth): void => {
  for (const { door, controller: name, actions } of DOORS) {
    if (door === 'apiUser' && !strapi.plugin('users-permissions')) continue;
    const wrap = (controller: Controller): Controller => {
      const wrapped = Object.entries(actions).map(([action, { kind, identifier: field }]): [string, Action] => {
        const original = controller[action];
        if (!original) throw new Error(`The host's ${name} has no ${action}.`);
        return [
          action,
          (ctx, ...rest) => {
            if (isWithProvider(kind, ctx)) return original.call(controller, ctx, ...rest);
            const identifier = givenIn(ctx, field);
            return run({ door, kind, request: ctx, ...(identifier !== undefined && { identifier }) }, async () => original.call(controller, ctx, ...rest));
          },
        ];
      });
      return { ...controller, ...Object.fromEntries(wrapped) };
    };
    // The host makes some controllers by a function, once it needs them.
    strapi.get('controllers').extend(name, wrap as never);
  }
};
