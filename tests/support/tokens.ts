import type { Core } from '@strapi/strapi';

interface Made {
  readonly documentId: string;
  readonly accessKey: string;
}

interface Tokens {
  create(values: object, user?: object): Promise<{ id: number; accessKey: string }>;
}

const documentIdOf = async (strapi: Core.Strapi, id: number): Promise<string> =>
  ((await strapi.db.query('admin::api-token').findOne({ where: { id } })) as { documentId: string }).documentId;

/** A token of the content API: with ticks, or of a type that has them all. */
export const createApiToken = async (strapi: Core.Strapi, name: string, rights: 'read-only' | 'full-access' | readonly string[]): Promise<Made> => {
  const type = typeof rights === 'string' ? rights : 'custom';
  const { id, accessKey } = await (strapi.service('admin::api-token') as unknown as Tokens).create({
    kind: 'content-api',
    name,
    description: '',
    type,
    lifespan: null,
    permissions: type === 'custom' ? rights : null,
  });
  return { documentId: await documentIdOf(strapi, id), accessKey };
};

/** A token of the panel, which acts for its owner: with these of his rights. */
export const createPanelToken = async (strapi: Core.Strapi, name: string, owner: string, rights: readonly { action: string; subject?: string; fields?: readonly string[] }[]): Promise<Made> => {
  const user = (await strapi.db.query('admin::user').findOne({ where: { email: owner }, populate: ['roles'] })) as { id: number };
  const adminPermissions = rights.map(({ action, subject = null, fields }) => ({ action, subject, properties: fields ? { fields } : {}, conditions: [] }));
  const values = { kind: 'admin', name, description: '', lifespan: null, adminPermissions, adminUserOwner: user.id };
  const { id, accessKey } = await (strapi.service('admin::api-token-admin') as unknown as Tokens).create(values, user);
  return { documentId: await documentIdOf(strapi, id), accessKey };
};
