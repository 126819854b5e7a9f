import type { Strapi } from './strapi';

interface TokenService {
  hash(key: string): string;
  getByAccessKey(hash: string, options?: object): Promise<unknown>;
}

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const NO_KEY = '';

/**
 * At the API's door the host takes every bearer token for an API token first, and asks the database for it.
 * A JSON Web Token is none: API tokens are hexadecimal and hold no dot. One statement less for each request
 * of a signed-in user makes up for the one that finds his member.
 */
export const skipTokenProbe = (strapi: Strapi): void => {
  strapi.get('services').extend('admin::api-token-content-api', ((service: TokenService) => ({
    ...service,
    hash: (key: string) => (JWT.test(key) ? NO_KEY : service.hash(key)),
    getByAccessKey: async (hash: string, options?: object) => (hash === NO_KEY ? null : service.getByAccessKey(hash, options)),
  })) as never);
};
