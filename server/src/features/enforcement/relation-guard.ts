import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { RosterError } from '../../kernel/errors';
import { empties, mapRelationInput, withAlso, type Ref } from './domain/relation-input';
import { strictRelationInput } from './domain/relation-shape';
import { mapSlots, type Data, type Model, type Slot } from './domain/relation-slots';
import type { EnforcementGate } from './gate';
import { createNamedRecords, isPolymorphic, type Write } from './named-records';
import type { Refusals } from './refusal';
import type { RowsRepository } from './rows.repository';
import { createSurvivingLinks } from './surviving-links';
import type { Twins } from './twins';

/** A column of the row holds the link: the host writes the id without a look whether it is there. */
const isByRowId = ({ relation }: Slot): boolean => relation.useJoinTable === false || relation.relation === 'morphToOne';

/** @throws RosterError VALIDATION_FAILED where the host itself would not notice that a record is missing */
const standIn = (slot: Slot, ref: Ref, twins: Twins): Ref => {
  if (isByRowId(slot)) throw new RosterError('VALIDATION_FAILED', 'No such related record.', { path: slot.path });
  return twins.of(ref);
};

const isToOne = ({ relation }: Slot): boolean => relation.relation?.endsWith('ToOne') ?? false;

/**
 * Checks every relation in the data of a write, at any depth of components and dynamic zones:
 * a record that the caller does not see cannot be named, one that he may not edit cannot be edited
 * from its other side, and links to records that he does not see survive what he sends.
 */
export const createRelationGuard = (strapi: Strapi, deps: { gate: EnforcementGate; rows: RowsRepository; refusals: Refusals }) => {
  const namedRecords = createNamedRecords(strapi, deps);
  const survivingLinks = createSurvivingLinks(strapi, deps);
  const models = (uid: string): Model | undefined => strapi.getModel(uid as never) as unknown as Model | undefined;

  /** Where governed records can be named, only the host's own notations; elsewhere whatever the host takes. */
  const strictly = (actor: Actor, slot: Slot): unknown => {
    const polymorphic = isPolymorphic(slot);
    if (!polymorphic && !deps.gate.bindingFor(actor, slot.relation.target ?? '')) return slot.input;
    return strictRelationInput(slot.input, { path: slot.path, polymorphic, byRowId: isByRowId(slot) });
  };

  return {
    /** The data to write instead. */
    async check(actor: Actor, write: Write, twins: Twins): Promise<Data> {
      const model = models(write.uid);
      if (!model) return write.data;
      const strict = { ...write, data: mapSlots(model, write.data, { path: '', models, visit: (slot) => strictly(actor, slot) }) };
      const isHidden = await namedRecords(actor, strict, model);
      const surviving = await survivingLinks(actor, strict, model);

      const visit = (slot: Slot): unknown => {
        const links = surviving.get(slot.path) ?? [];
        // Who got null for a record that he does not see, and sends it back, does not mean to unlink it.
        if (links.length > 0 && isToOne(slot) && empties(slot.input)) return undefined;
        const input = mapRelationInput(slot.input, (ref) => (isHidden(slot, ref) ? standIn(slot, ref, twins) : ref));
        return links.length > 0 && !isToOne(slot) ? withAlso(input, links) : input;
      };
      return mapSlots(model, strict.data, { path: '', models, visit });
    },
  };
};

export type RelationGuard = ReturnType<typeof createRelationGuard>;
