import { RosterError } from '../kernel/errors';
import { asSystem } from '../kernel/frame';
import { OWNER_ATTRIBUTE } from '../kernel/owner-attribute';
import type { Gate } from './gate';
import { toHttpError } from './http-errors';
import { toWhere } from './predicate-where';
import type { Strapi } from './strapi';

type Data = Readonly<Record<string, unknown>>;

interface Params {
  where?: unknown;
  data?: Data | readonly Data[];
}

interface EntityManager {
  create(uid: string, params: Params): Promise<unknown>;
  createMany(uid: string, params: Params): Promise<unknown>;
  update(uid: string, params: Params): Promise<unknown>;
  updateMany(uid: string, params: Params): Promise<unknown>;
  delete(uid: string, params: Params): Promise<unknown>;
  count(uid: string, params: object): Promise<number>;
}

interface ModelAttribute {
  type: string;
  relation?: string;
  target?: string;
}

/** A record that a polymorphic relation names: `{ id, __type }`. */
interface MorphRef {
  id?: unknown;
  __type?: unknown;
}

const refused = (code: 'USE_DOCUMENTS' | 'OUT_OF_SCOPE') => toHttpError(new RosterError(code));

const morphRefs = (value: unknown): MorphRef[] => {
  const { set, connect, disconnect } = (value ?? {}) as { set?: unknown; connect?: unknown; disconnect?: unknown };
  return [value, set, connect, disconnect].flat().filter((item): item is MorphRef => typeof item === 'object' && item !== null && '__type' in item);
};

/**
 * Writes of site code below the document service (`strapi.db.query(uid).update`). The query guard keeps
 * their statements within reach, but the host would go on to rewrite the links of a row that it did not
 * touch; and links themselves are written where no predicate looks. So: a row that is seen and may not
 * be written is refused, and relations of governed records are written through documents only.
 */
export const guardEntityWrites = (strapi: Strapi, gate: Gate): void => {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { create, createMany, update, updateMany } = manager;
  const remove = manager.delete;

  const attributesOf = (uid: string): Readonly<Record<string, ModelAttribute>> =>
    (strapi.getModel(uid as never) as unknown as { attributes: Record<string, ModelAttribute> } | undefined)?.attributes ?? {};

  const reachesAll = (uid: string): boolean => !gate.governs(uid) || gate.predicate(uid, 'update').kind === 'always';

  const linksGoverned = (uid: string, data: Data): boolean =>
    Object.keys(data).some((key) => {
      const attribute = attributesOf(uid)[key];
      return attribute?.type === 'relation' && attribute.target !== undefined && !(reachesAll(attribute.target) && reachesAll(uid));
    });

  /** A polymorphic relation may name records of any type: those that are governed must be within reach (a file's `related`). */
  const checkMorphs = async (uid: string, data: Data): Promise<void> => {
    for (const [key, attribute] of Object.entries(attributesOf(uid))) {
      if (!attribute.relation?.startsWith('morphTo') || data[key] === undefined) continue;
      if (!reachesAll(uid)) throw refused('USE_DOCUMENTS');
      for (const { id, __type } of morphRefs(data[key])) {
        if (typeof __type !== 'string' || reachesAll(__type)) continue;
        const where = { $and: [{ id }, toWhere(strapi, __type, gate.predicate(__type, 'update'))] };
        if ((await asSystem(() => manager.count(__type, { where }))) === 0) throw refused('OUT_OF_SCOPE');
      }
    }
  };

  const checkData = async (uid: string, { data }: Params): Promise<void> => {
    if (!gate.limited()) return;
    for (const row of [data ?? []].flat() as Data[]) {
      if (linksGoverned(uid, row) || (gate.governs(uid) && OWNER_ATTRIBUTE in row)) throw refused('USE_DOCUMENTS');
      await checkMorphs(uid, row);
    }
  };

  const checkRows = async (uid: string, operation: 'update' | 'delete', { where = {} }: Params): Promise<void> => {
    if (!gate.limited() || !gate.governs(uid)) return;
    const predicate = gate.predicate(uid, operation);
    if (predicate.kind === 'always') return;
    const seen = await manager.count(uid, { where });
    const reached = seen === 0 ? 0 : await manager.count(uid, { where: { $and: [where, toWhere(strapi, uid, predicate)] } });
    if (reached < seen) throw refused('OUT_OF_SCOPE');
  };

  const guarded = (method: (this: EntityManager, uid: string, params: Params) => Promise<unknown>, rows?: 'update' | 'delete') =>
    async function guardedWrite(this: EntityManager, uid: string, params: Params): Promise<unknown> {
      await checkData(uid, params);
      if (rows) await checkRows(uid, rows, params);
      return method.call(this, uid, params);
    };

  manager.create = guarded(create);
  manager.createMany = guarded(createMany);
  manager.update = guarded(update, 'update');
  manager.updateMany = guarded(updateMany);
  manager.delete = guarded(remove, 'delete');
};
