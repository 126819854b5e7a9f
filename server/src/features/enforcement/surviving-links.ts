import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { mapRelationInput, replaces, type Ref } from './domain/relation-input';
import { mapSlots, type Model, type Slot } from './domain/relation-slots';
import type { EnforcementGate } from './gate';
import { isPolymorphic, type Write } from './named-records';
import { editableFromOtherSide, isInverse } from './other-side';
import type { Refusals } from './refusal';
import type { Linked, RowsRepository } from './rows.repository';

/** A link by row id: exactly the draft, the published row or the locale that was linked. */
export interface Link {
  readonly id: number;
  readonly __type?: string;
}

const named = (slot: Slot): Ref[] => {
  const refs: Ref[] = [];
  mapRelationInput(slot.input, (ref) => (refs.push(ref), ref));
  return refs;
};

const isNamed = (refs: readonly Ref[], { id, documentId }: Linked): boolean =>
  refs.some((ref) => (ref.documentId === undefined ? Number(ref.id) === id : ref.documentId === documentId));

/**
 * What a write that replaces links leaves out: links that its caller does not see stay, and where the
 * link is kept on the other side, taking one that he sees away is an edit of that record.
 */
export const createSurvivingLinks = (strapi: Strapi, deps: { gate: EnforcementGate; rows: RowsRepository; refusals: Refusals }) => {
  const { gate, rows, refusals } = deps;
  const models = (uid: string): Model | undefined => strapi.getModel(uid as never) as unknown as Model | undefined;

  /** The rows that hold the links now: the record's own, or the component that the data names. */
  const holderOf = (write: Write, { model, componentId }: Slot) => {
    if (componentId !== undefined) return { id: componentId };
    return model.uid === write.uid ? write.rows : undefined;
  };

  const assertMayUnlink = async (actor: Actor, binding: Binding, slot: Slot, seen: readonly Linked[]): Promise<void> => {
    const refs = named(slot);
    const dropped = seen.filter((link) => !isNamed(refs, link));
    const allowed = await rows.among(binding.type, { documentIds: [], ids: dropped.map(({ id }) => id) }, editableFromOtherSide(gate, actor, binding, slot));
    const forbidden = dropped.find(({ id }) => !allowed.some((row) => row.id === id));
    if (!forbidden) return;
    const question = { type: binding.type, operation: 'update', ...(forbidden.documentId !== undefined && { record: forbidden.documentId }) };
    throw refusals.refuse(actor, 'OUT_OF_SCOPE', question, { path: slot.path });
  };

  /** The links to records of one governed type: those unseen are kept, those seen may have to be asked for. */
  const hiddenAmong = async (actor: Actor, slot: Slot, binding: Binding, linked: readonly Linked[]): Promise<Link[]> => {
    const read = gate.forActor(actor, binding, 'read');
    const seenRows = read.kind === 'always' ? linked : await rows.among(binding.type, { documentIds: [], ids: linked.map(({ id }) => id) }, read);
    const isSeen = ({ id }: Linked) => seenRows.some((row) => row.id === id);
    if (isInverse(slot) && gate.forActor(actor, binding, 'update').kind !== 'always') {
      await assertMayUnlink(actor, binding, slot, linked.filter(isSeen));
    }
    return linked.filter((link) => !isSeen(link)).map(({ id, __type }) => ({ id, ...(isPolymorphic(slot) && __type !== undefined && { __type }) }));
  };

  const hiddenOf = async (actor: Actor, write: Write, slot: Slot): Promise<Link[]> => {
    const holder = holderOf(write, slot);
    const reachesGoverned = isPolymorphic(slot) || gate.bindingFor(actor, slot.relation.target ?? '') !== undefined;
    if (!holder || !reachesGoverned) return [];
    const linked = await rows.linked(slot.model.uid, holder, slot.attribute);
    const types = new Set(linked.map(({ __type }) => (isPolymorphic(slot) ? __type : slot.relation.target)));
    const hidden: Link[] = [];
    for (const type of types) {
      const binding = gate.bindingFor(actor, type ?? '');
      const ofType = linked.filter(({ __type }) => !isPolymorphic(slot) || __type === type);
      if (binding) hidden.push(...(await hiddenAmong(actor, slot, binding, ofType)));
    }
    return hidden;
  };

  return async (actor: Actor, write: Write, model: Model): Promise<ReadonlyMap<string, readonly Link[]>> => {
    const slots: Slot[] = [];
    mapSlots(model, write.data, { path: '', models, visit: (slot) => slots.push(slot) });
    const surviving = new Map<string, readonly Link[]>();
    for (const slot of slots.filter(({ input }) => replaces(input))) {
      const hidden = await hiddenOf(actor, write, slot);
      if (hidden.length > 0) surviving.set(slot.path, hidden);
    }
    return surviving;
  };
};
