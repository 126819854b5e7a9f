import { createDocumentId } from '../../kernel/ids';
import { isSame, type Predicate } from '../../kernel/predicate';
import type { Strapi } from '../../host/strapi';
import type { Actor, Binding, Operation } from '../access';
import { empties, mapRelationInput, replaces, withAlso, type Ref } from './domain/relation-input';
import { mapSlots, type Model, type Slot } from './domain/relation-slots';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';
import type { RowKey, RowsRepository } from './rows.repository';

type Data = Readonly<Record<string, unknown>>;

/** A write, as far as its relations are concerned. */
export interface Write {
  readonly uid: string;
  readonly operation: Extract<Operation, 'create' | 'update'>;
  /** The rows that the write will change; none for a record that is only being made. */
  readonly rows?: Readonly<Record<string, unknown>>;
  readonly data: Data;
}

/** A record that stands in for one that the caller may not see: the host then answers as for one that does not exist. */
export interface Twins {
  /** Puts the caller's own ids back into a text of the host's. */
  restore(text: string): string;
}

interface Asked {
  readonly slot: Slot;
  readonly type: string;
  readonly documentIds: Set<string>;
  readonly ids: Set<number>;
}

const MORPH = new Set(['morphToOne', 'morphToMany']);
const numeric = (id: Ref['id']): number => Number(id);

const holds = (rows: readonly RowKey[], ref: Ref): boolean =>
  ref.documentId !== undefined
    ? rows.some(({ documentId }) => documentId === ref.documentId)
    : rows.some(({ id }) => id === numeric(ref.id));

/**
 * Checks every relation in the data of a write, at any depth of components and dynamic zones:
 * a record that the caller does not see cannot be named, one that he may not edit cannot be edited
 * from its other side, and links to records that he does not see survive what he sends.
 */
export const createRelationGuard = (
  strapi: Strapi,
  { gate, rows, refusals }: { gate: EnforcementGate; rows: RowsRepository; refusals: Refusals },
) => {
  const models = (uid: string): Model | undefined => strapi.getModel(uid as never) as unknown as Model | undefined;

  const targetOf = (slot: Slot, ref: Ref): string | undefined => (MORPH.has(slot.relation.relation ?? '') ? ref.type : slot.relation.target);

  /** Every governed record that the data names, by slot and type. */
  const collect = (model: Model, data: Data): Asked[] => {
    const asked = new Map<string, Asked>();
    mapSlots(model, data, {
      path: '',
      models,
      visit(slot) {
        mapRelationInput(slot.input, (ref) => {
          const type = targetOf(slot, ref);
          if (type && gate.governs(type) && (ref.documentId !== undefined || ref.id !== undefined)) {
            const key = `${slot.path} ${type}`;
            const entry = asked.get(key) ?? { slot, type, documentIds: new Set<string>(), ids: new Set<number>() };
            asked.set(key, entry);
            if (ref.documentId !== undefined) entry.documentIds.add(ref.documentId);
            else if (Number.isSafeInteger(numeric(ref.id))) entry.ids.add(numeric(ref.id));
          }
          return ref;
        });
        return slot.input;
      },
    });
    return [...asked.values()];
  };

  /** What the caller must be able to do with a record that he names here. */
  const needed = (actor: Actor, write: Write, { slot, type }: Asked): Predicate => {
    const own = gate.rules.bindings.get(write.uid);
    const target = gate.rules.bindings.get(type) as Binding;
    if (own?.via?.attribute === slot.path) return gate.deciding(actor, own, write.operation);
    // Through the inverse side the target itself is edited.
    return gate.forActor(actor, target, slot.relation.mappedBy ? 'update' : 'read');
  };

  /** For each slot and type, the records that the caller sees; refuses those that he sees and may not touch. */
  const checkNamed = async (actor: Actor, write: Write, asked: readonly Asked[]): Promise<Map<string, readonly RowKey[]>> => {
    const visible = new Map<string, readonly RowKey[]>();
    for (const entry of asked) {
      const keys = { documentIds: [...entry.documentIds], ids: [...entry.ids] };
      const read = gate.forActor(actor, gate.rules.bindings.get(entry.type) as Binding, 'read');
      const seen = await rows.among(entry.type, keys, read);
      const need = needed(actor, write, entry);
      if (!isSame(read, need)) {
        const allowed = await rows.among(entry.type, { documentIds: seen.map(({ documentId }) => documentId), ids: [] }, need);
        const forbidden = seen.find(({ documentId }) => !allowed.some((row) => row.documentId === documentId));
        if (forbidden) {
          throw refusals.refuse(actor, 'OUT_OF_SCOPE', { type: entry.type, operation: 'update', record: forbidden.documentId }, { path: entry.slot.path });
        }
      }
      visible.set(`${entry.slot.path} ${entry.type}`, seen);
    }
    return visible;
  };

  /** The records that a slot links to now and that the caller does not see. */
  const hiddenLinks = async (actor: Actor, write: Write, slot: Slot): Promise<unknown[]> => {
    if (MORPH.has(slot.relation.relation ?? '') || !slot.relation.target || !gate.governs(slot.relation.target)) return [];
    const where = slot.componentId !== undefined ? { id: slot.componentId } : slot.model.uid === write.uid ? write.rows : undefined;
    const read = gate.forActor(actor, gate.rules.bindings.get(slot.relation.target) as Binding, 'read');
    if (!where || read.kind === 'always') return [];
    const linked = await rows.linked(slot.model.uid, where, slot.attribute);
    const seen = await rows.among(slot.relation.target, { documentIds: [], ids: linked.map(({ id }) => id) }, read);
    // By row id: exactly the drafts, published rows and locales that were linked.
    return linked.filter(({ id }) => !seen.some((row) => row.id === id)).map(({ id }) => ({ id }));
  };

  const survivors = async (actor: Actor, write: Write, model: Model): Promise<Map<string, unknown[]>> => {
    const slots: Slot[] = [];
    mapSlots(model, write.data, { path: '', models, visit: (slot) => (slots.push(slot), slot.input) });
    const kept = new Map<string, unknown[]>();
    for (const slot of slots.filter(({ input }) => replaces(input))) {
      const hidden = await hiddenLinks(actor, write, slot);
      if (hidden.length > 0) kept.set(slot.path, hidden);
    }
    return kept;
  };

  return {
    /** The data to write instead, with what the caller does not see replaced by what does not exist. */
    async check(actor: Actor, write: Write): Promise<{ data: Data; twins: Twins }> {
      const twinOf = new Map<string, string>();
      const restore = (text: string) => [...twinOf].reduce((out, [original, twin]) => out.replaceAll(twin, original), text);
      const model = models(write.uid);
      if (!model || actor.kind === 'system') return { data: write.data, twins: { restore } };

      const visible = await checkNamed(actor, write, collect(model, write.data));
      const kept = await survivors(actor, write, model);
      let missing = 0;
      const twin = (ref: Ref): Ref => {
        if (ref.documentId === undefined) return { ...ref, id: (missing -= 1) };
        if (!twinOf.has(ref.documentId)) twinOf.set(ref.documentId, createDocumentId());
        return { ...ref, documentId: twinOf.get(ref.documentId) as string };
      };

      const data = mapSlots(model, write.data, {
        path: '',
        models,
        visit(slot) {
          const hidden = kept.get(slot.path);
          const toOne = slot.relation.relation?.endsWith('ToOne') ?? false;
          if (hidden && toOne && empties(slot.input)) return undefined;
          const input = mapRelationInput(slot.input, (ref) => {
            const type = targetOf(slot, ref);
            if (!type || !gate.governs(type) || (ref.documentId === undefined && ref.id === undefined)) return ref;
            return holds(visible.get(`${slot.path} ${type}`) ?? [], ref) ? ref : twin(ref);
          });
          return hidden && !toOne ? withAlso(input, hidden) : input;
        },
      });
      return { data, twins: { restore } };
    },
  };
};

export type RelationGuard = ReturnType<typeof createRelationGuard>;
