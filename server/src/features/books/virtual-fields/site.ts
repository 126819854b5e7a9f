import type { Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import { accessOf } from '../../access';
import { offeredBy, type Site, type VirtualField } from '../domain/virtual-fields';

interface Model {
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly target?: string; readonly component?: string }>>;
}

/** Which types offer which fields. */
export type Offers = ReadonlyMap<string, readonly VirtualField[]>;

const attributesOf = (strapi: Strapi, uid: string): Model['attributes'] => (strapi.getModel(uid as never) as unknown as Model | undefined)?.attributes ?? {};

/** Fixed from boot to boot, as bindings and types are. */
export const offersOf = (strapi: Strapi): Offers => {
  const all = [...accessOf(strapi).registry.bindings.values()].map((binding) => [binding.type, offeredBy(binding, attributesOf(strapi, binding.type))] as const);
  return new Map(all.filter(([, fields]) => fields.length > 0));
};

/** Whether the running actor is told of them at all: who is nobody here gets what the host alone would say, which knows no such fields. */
export const isTold = (strapi: Strapi): boolean => doorPort.of(strapi).actor().kind !== 'nobody';

/** The site as a request of the running actor meets it. */
export const siteOf = (strapi: Strapi, offers: Offers): Site => ({
  offered(uid, key) {
    const field = offers.get(uid)?.find((name) => name === key);
    return field && isTold(strapi) ? field : undefined;
  },
  behind(uid, attribute) {
    const { target, component } = attributesOf(strapi, uid)[attribute] ?? {};
    return target ?? component;
  },
});
