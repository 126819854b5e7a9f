import type { Strapi } from './strapi';

/** Makes the typed look-up of one of the plugin's services: `const books = service<BooksService>('books')`. */
export const service =
  <T>(name: string) =>
  (strapi: Strapi): T =>
    strapi.plugin('roster').service(name) as T;
