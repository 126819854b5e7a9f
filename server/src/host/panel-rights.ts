import { AsyncLocalStorage } from 'node:async_hooks';
import { currentRequest, type RequestContext, type Strapi } from './strapi';

/** A right of the panel, as the host keeps it for a role (`admin::permission`). */
export interface PanelRight {
  readonly action: string;
  readonly subject?: string | null;
  /** `locales: null` is every locale, to the host's engine. */
  readonly properties?: { readonly fields?: readonly string[]; readonly locales?: readonly string[] | null };
  readonly conditions?: readonly string[];
}

export interface PanelUser {
  readonly id?: number;
  readonly documentId?: string;
  readonly email?: string;
  readonly firstname?: string;
  readonly lastname?: string;
  readonly roles?: readonly { readonly code?: string }[];
}

export type PanelRightsOf = (request: RequestContext, user: PanelUser, own: readonly PanelRight[]) => Promise<readonly PanelRight[]>;

interface PermissionService {
  findUserPermissions(user: PanelUser): Promise<PanelRight[]>;
}

interface Locales {
  find(): Promise<{ code: string }[]>;
}

type Service = Record<string, unknown>;
type Method = (this: unknown, ...args: unknown[]) => Promise<unknown>;

/** What the host wants the rights for: to store those of a token, to list them for the panel, or to decide. */
const purpose = new AsyncLocalStorage<'storing' | 'listing'>();

/** The named methods of a service or controller, run for this purpose. */
const runFor = (why: 'storing' | 'listing', service: Service, names: readonly string[]): Service =>
  Object.fromEntries(
    names.map((name) => [
      name,
      function forPurpose(this: unknown, ...args: unknown[]) {
        return purpose.run(why, () => (service[name] as Method).apply(this, args));
      },
    ]),
  );

/** Every locale by name: the panel's scripts, and some of the host's, take no list for no locale. */
export const withLocales = async (strapi: Strapi, rights: readonly PanelRight[]): Promise<readonly PanelRight[]> => {
  const i18n = strapi.plugin('i18n') as { service(name: string): unknown } | undefined;
  if (!i18n || !rights.some(({ properties }) => properties?.locales === null)) return rights;
  const locales = (await (i18n.service('locales') as Locales).find()).map(({ code }) => code);
  return rights.map((right) => (right.properties?.locales === null ? { ...right, properties: { ...right.properties, locales } } : right));
};

/**
 * Adds rights to those of a user of the panel, whenever the host looks them up: at each request, and when
 * the panel asks which buttons to show. Nothing is stored. The rights of a token of the panel are stored,
 * so what may be ticked for one is measured by the host's own: a right that is ours must not outlive us.
 */
export const extendPanelRights = (strapi: Strapi, rightsOf: PanelRightsOf): void => {
  const services = strapi.get('services');
  const controllers = strapi.get('controllers');
  const extend = (registry: { extend(uid: string, change: never): unknown }, uid: string, change: (service: Service) => Service) =>
    registry.extend(uid, ((service: Service) => ({ ...service, ...change(service) })) as never);

  services.extend('admin::permission', ((service: PermissionService) => ({
    ...service,
    async findUserPermissions(user: PanelUser) {
      const own = await service.findUserPermissions(user);
      const request = currentRequest(strapi);
      if (!request || purpose.getStore() === 'storing') return own;
      const rights = await rightsOf(request, user, own);
      return purpose.getStore() === 'listing' ? withLocales(strapi, rights) : rights;
    },
  })) as never);

  const storing = ['create', 'update', 'assignAdminPermissionsToToken', 'syncPermissionsForUser', 'syncPermissionsForRole'];
  extend(services, 'admin::api-token-admin', (service) => runFor('storing', service, storing));
  extend(controllers, 'admin::admin-token', (controller) => runFor('storing', controller, ['getOwnerPermissions']));
  extend(controllers, 'admin::authenticated-user', (controller) => runFor('listing', controller, ['getOwnPermissions']));
};
