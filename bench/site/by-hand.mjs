import { CUSTOMER } from './variants.mjs';

const READS = new Set(['findOne', 'findMany', 'findFirst', 'count']);

const addColumn = (type) => {
  type.attributes.benchOwner = { type: 'string', columnType: { type: 'string', args: [32] }, private: true, writable: false, visible: false };
  type.indexes = [...(type.indexes ?? []), { name: 'bench_owner_customers', columns: ['bench_owner', 'id'] }];
  return type;
};

/** The yardstick: the least that a site needs so that everybody reads his own customers and no others. */
export const filterByHand = ({ strapi }) => {
  strapi.get('content-types').extend(CUSTOMER, addColumn);
  strapi.documents.use((context, next) => {
    if (context.uid !== CUSTOMER || !READS.has(context.action)) return next();
    const owner = strapi.requestContext.get()?.state.user?.documentId ?? '';
    const { filters } = context.params;
    context.params = { ...context.params, filters: filters ? { $and: [filters, { benchOwner: owner }] } : { benchOwner: owner } };
    return next();
  });
};
