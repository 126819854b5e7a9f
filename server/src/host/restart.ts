import type { Strapi } from './strapi';

/** Whether the site starts again when it is asked to, as it does in development. */
export const restartsItself = (strapi: Strapi): boolean => strapi.config.get('autoReload', false);

/** Has a site that does so start again, once the answer to the running request is on its way. */
export const restart = (strapi: Strapi): void => void setImmediate(() => (strapi.reload as unknown as () => void)());
