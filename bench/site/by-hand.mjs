import { CUSTOMER } from './variants.mjs';

const READS = new Set(['findOne', 'findMany', 'findFirst', 'count']);

const addColumn = (type) => {
  type.attributes.benchOwner = { type: 'string', columnType: { type: 'string', args: [32] }, private: true, writable: false, visible: false };
  type.indexes = [...(type.indexes ?? []), { name: 'bench_owner_customers', columns: ['bench_owner', 'id'] }];
  return type;
};

const CONDITION = 'bench-own';
export const OWN_BY_CONDITION = `api::${CONDITION}`;

/** In the panel, the host's own way: a condition on the right. Whose customers they are, it knows by heart. */
const registerCondition = (strapi) => {
  const owners = new Map();
  const ownerOf = async (email) => {
    if (!owners.has(email)) owners.set(email, (await strapi.db.query('plugin::users-permissions.user').findOne({ where: { email } }))?.documentId ?? '');
    return owners.get(email);
  };
  strapi.service('admin::permission').conditionProvider.register({
    displayName: 'Own customers',
    name: CONDITION,
    handler: async ({ email }) => ({ benchOwner: await ownerOf(email) }),
  });
};

/** The yardstick: the least that a site needs so that everybody reads his own customers and no others. */
export const filterByHand = ({ strapi }) => {
  strapi.get('content-types').extend(CUSTOMER, addColumn);
  registerCondition(strapi);
  strapi.documents.use((context, next) => {
    if (context.uid !== CUSTOMER || !READS.has(context.action)) return next();
    const { user, auth } = strapi.requestContext.get()?.state ?? {};
    // The panel has its condition.
    if (auth?.strategy?.name === 'admin') return next();
    const owner = user?.documentId ?? '';
    const { filters } = context.params;
    context.params = { ...context.params, filters: filters ? { $and: [filters, { benchOwner: owner }] } : { benchOwner: owner } };
    return next();
  });
};
