import { RosterError } from '../kernel/errors';
import { toHttpError } from './http-errors';
import { toWhere } from './predicate-where';
import type { Gate } from './gate';
import type { Strapi } from './strapi';

interface Params {
  where?: unknown;
  data?: Record<string, unknown>;
}

interface EntityManager {
  create(uid: string, params: Params): Promise<unknown>;
  update(uid: string, params: Params): Promise<unknown>;
  delete(uid: string, params: Params): Promise<unknown>;
  count(uid: string, params: object): Promise<number>;
}

/**
 * Writes of site code below the document service (`strapi.db.query(uid).update`). The query guard keeps
 * their statements within reach, but the host would go on to rewrite the links of a row that it did not
 * touch; and links themselves are written where no predicate looks. So: a row that is seen and may not
 * be written is refused, and relations are written through documents only.
 */
export const guardEntityWrites = (strapi: Strapi, gate: Gate, limited: () => boolean): void => {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { create, update } = manager;
  const remove = manager.delete;

  const linksGoverned = (uid: string, data: Record<string, unknown> = {}): boolean => {
    const attributes = strapi.db.metadata.get(uid).attributes as Record<string, { type: string; target?: string }>;
    return Object.keys(data).some((key) => {
      const attribute = attributes[key];
      return attribute?.type === 'relation' && (attribute.target === undefined || gate.governs(attribute.target) || gate.governs(uid));
    });
  };

  const check = async (uid: string, operation: 'update' | 'delete', params: Params): Promise<void> => {
    if (!limited()) return;
    if (linksGoverned(uid, params.data)) throw toHttpError(new RosterError('USE_DOCUMENTS'));
    if (!gate.governs(uid)) return;
    const predicate = gate.predicate(uid, operation);
    if (predicate.kind === 'always') return;
    const seen = await manager.count(uid, { where: params.where });
    const reached = seen === 0 ? 0 : await manager.count(uid, { where: { $and: [params.where ?? {}, toWhere(strapi, uid, predicate)] } });
    if (reached < seen) throw toHttpError(new RosterError('OUT_OF_SCOPE'));
  };

  manager.create = async function guardedCreate(uid, params) {
    if (limited() && linksGoverned(uid, params.data)) throw toHttpError(new RosterError('USE_DOCUMENTS'));
    return create.call(this, uid, params);
  };
  manager.update = async function guardedUpdate(uid, params) {
    await check(uid, 'update', params);
    return update.call(this, uid, params);
  };
  manager.delete = async function guardedDelete(uid, params) {
    await check(uid, 'delete', params);
    return remove.call(this, uid, params);
  };
};
