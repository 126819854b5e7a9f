import type { Strapi } from './strapi';

interface Model {
  readonly uid: string;
  readonly pluginOptions?: object;
}

interface DataMapper {
  toContentManagerModel(contentType: Model): Model;
}

/**
 * Tells the Content Manager's scripts something about types, where they look for what plugins say: in
 * `pluginOptions`. In the answers of the Content Manager only: the Content-Type Builder would write it into
 * the site's files. In register.
 */
export const tellPanelOfTypes = (strapi: Strapi, optionsOf: (uid: string) => object | undefined): void => {
  strapi.get('services').extend('plugin::content-manager.data-mapper', ((mapper: DataMapper) => ({
    ...mapper,
    toContentManagerModel(contentType: Model) {
      const model = mapper.toContentManagerModel(contentType);
      const options = optionsOf(model.uid);
      return options ? { ...model, pluginOptions: { ...model.pluginOptions, roster: options } } : model;
    },
  })) as never);
};
