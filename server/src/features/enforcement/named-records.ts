import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Binding, Operation } from '../../kernel/binding';
import { isSame, type Predicate } from '../../kernel/predicate';
import { mapRelationInput, type Ref } from './domain/relation-input';
import { mapSlots, type Data, type Model, type Slot } from './domain/relation-slots';
import type { EnforcementGate } from './gate';
import { editableFromOtherSide, isInverse } from './other-side';
import type { Refusals } from './refusal';
import type { RowKey, RowsRepository } from './rows.repository';

/** A write, as far as its relations are concerned. */
export interface Write {
  readonly uid: string;
  readonly operation: Extract<Operation, 'create' | 'update'>;
  /** The rows that the write will change; none for a record that is only being made. */
  readonly rows?: Readonly<Record<string, unknown>>;
  readonly data: Data;
}

interface Named {
  readonly slot: Slot;
  readonly type: string;
  readonly documentIds: Set<string>;
  readonly ids: Set<number>;
}

const POLYMORPHIC = new Set(['morphToOne', 'morphToMany']);

export const isPolymorphic = ({ relation }: Slot): boolean => POLYMORPHIC.has(relation.relation ?? '');

/** The type of the record that a reference in a slot names. */
const typeNamed = (slot: Slot, ref: Ref): string | undefined => {
  if (ref.documentId === undefined && ref.id === undefined) return undefined;
  return isPolymorphic(slot) ? ref.type : slot.relation.target;
};

const holds = (rows: readonly RowKey[], ref: Ref): boolean =>
  rows.some(({ id, documentId }) => (ref.documentId === undefined ? id === Number(ref.id) : documentId === ref.documentId));

/** Which of the governed records that a write names its caller sees; refuses those that he sees and may not touch. */
export const createNamedRecords = (strapi: Strapi, deps: { gate: EnforcementGate; rows: RowsRepository; refusals: Refusals }) => {
  const { gate, rows, refusals } = deps;
  const models = (uid: string): Model | undefined => strapi.getModel(uid as never) as unknown as Model | undefined;

  const collect = (actor: Actor, model: Model, data: Data): Named[] => {
    const named = new Map<string, Named>();
    const note = (slot: Slot, ref: Ref): Ref => {
      const type = typeNamed(slot, ref);
      if (!type || !gate.bindingFor(actor, type)) return ref;
      const key = `${slot.path} ${type}`;
      const entry = named.get(key) ?? { slot, type, documentIds: new Set<string>(), ids: new Set<number>() };
      named.set(key, entry);
      if (ref.documentId !== undefined) entry.documentIds.add(ref.documentId);
      else if (Number.isSafeInteger(Number(ref.id))) entry.ids.add(Number(ref.id));
      return ref;
    };
    mapSlots(model, data, { path: '', models, visit: (slot) => mapRelationInput(slot.input, (ref) => note(slot, ref)) });
    return [...named.values()];
  };

  /** What the caller must be able to do with a record that he names here. */
  const needed = (actor: Actor, write: Write, { slot, type }: Named): Predicate => {
    const own = gate.bindingFor(actor, write.uid);
    if (own?.via?.attribute === slot.path) return gate.deciding(actor, own, write.operation);
    const binding = gate.bindingFor(actor, type) as Binding;
    // Through the inverse side the record itself is edited.
    return isInverse(slot) ? editableFromOtherSide(gate, actor, binding, slot) : gate.forActor(actor, binding, 'read');
  };

  const seenOf = async (actor: Actor, write: Write, entry: Named): Promise<readonly RowKey[]> => {
    const read = gate.forActor(actor, gate.bindingFor(actor, entry.type) as Binding, 'read');
    const seen = await rows.among(entry.type, { documentIds: [...entry.documentIds], ids: [...entry.ids] }, read);
    const need = needed(actor, write, entry);
    if (isSame(read, need)) return seen;
    const allowed = await rows.among(entry.type, { documentIds: seen.map(({ documentId }) => documentId), ids: [] }, need);
    const forbidden = seen.find(({ documentId }) => !allowed.some((row) => row.documentId === documentId));
    if (!forbidden) return seen;
    const question = { type: entry.type, operation: 'update', record: forbidden.documentId };
    throw refusals.refuse(actor, 'OUT_OF_SCOPE', question, { path: entry.slot.path });
  };

  /** Answers whether a reference in a slot names something that the caller does not see. */
  return async (actor: Actor, write: Write, model: Model): Promise<(slot: Slot, ref: Ref) => boolean> => {
    const seen = new Map<string, readonly RowKey[]>();
    for (const entry of collect(actor, model, write.data)) {
      seen.set(`${entry.slot.path} ${entry.type}`, await seenOf(actor, write, entry));
    }
    return (slot, ref) => {
      const type = typeNamed(slot, ref);
      return type !== undefined && gate.bindingFor(actor, type) !== undefined && !holds(seen.get(`${slot.path} ${type}`) ?? [], ref);
    };
  };
};
