import type { Core } from '@strapi/strapi';

import type { RosterServices } from '../../server/src/services';

/** A service of the plugin, as site code gets it. */
export const roster = <Name extends keyof RosterServices>(strapi: Core.Strapi, name: Name): RosterServices[Name] =>
  strapi.plugin('roster').service(name) as RosterServices[Name];

export const CUSTOMER = 'api::customer.customer';

/** Rows of one of the plugin's tables. */
export const table = (strapi: Core.Strapi, name: string) => strapi.db.query(`plugin::roster.${name}` as never);
