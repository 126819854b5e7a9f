import { tick } from './people.mjs';

/** More permissions than any site of this size would tick. */
export const WIDE = 400;

const ACTIONS = Array.from({ length: WIDE }, (_, index) => `api::bench.bench.action${index}`);

/** The host forgets rights to routes that it does not know, and learns of routes at boot only. */
export const registerActions = async ({ strapi }) => {
  const { action: registry } = strapi.contentAPI.permissions.providers;
  for (const uid of ACTIONS) await registry.register(uid, { api: 'api::bench', controller: 'bench', action: uid, uid });
};

/** Makes the role of every user a large one: rights that nobody asks for, and that cost all the same. */
export const widenRole = (strapi) => tick(strapi, ACTIONS);
