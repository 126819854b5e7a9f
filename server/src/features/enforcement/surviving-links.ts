import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import { replaces } from './domain/relation-input';
import { mapSlots, type Model, type Slot } from './domain/relation-slots';
import type { EnforcementGate } from './gate';
import { isPolymorphic, type Write } from './named-records';
import type { RowsRepository } from './rows.repository';

/** A link by row id: exactly the draft, the published row or the locale that was linked. */
export interface Link {
  readonly id: number;
}

/** The links that a write would replace although its caller does not see what they lead to, by slot. */
export const createSurvivingLinks = (strapi: Strapi, { gate, rows }: { gate: EnforcementGate; rows: RowsRepository }) => {
  const models = (uid: string): Model | undefined => strapi.getModel(uid as never) as unknown as Model | undefined;

  /** The rows that hold the links now: the record's own, or the component that the data names. */
  const holderOf = (write: Write, { model, componentId }: Slot) => {
    if (componentId !== undefined) return { id: componentId };
    return model.uid === write.uid ? write.rows : undefined;
  };

  const hiddenOf = async (actor: Actor, write: Write, slot: Slot): Promise<Link[]> => {
    const { target } = slot.relation;
    const binding = target === undefined || isPolymorphic(slot) ? undefined : gate.bindings.get(target);
    const holder = holderOf(write, slot);
    if (!binding || !holder) return [];
    const read = gate.forActor(actor, binding satisfies Binding, 'read');
    if (read.kind === 'always') return [];
    const linked = await rows.linked(slot.model.uid, holder, slot.attribute);
    const seen = await rows.among(binding.type, { documentIds: [], ids: linked.map(({ id }) => id) }, read);
    return linked.filter(({ id }) => !seen.some((row) => row.id === id)).map(({ id }) => ({ id }));
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
