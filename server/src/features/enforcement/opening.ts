import type { Opening } from '../../../../contracts/http-restriction';
import type { Restriction } from '../../../../contracts/http-members';
import { displayNameOf } from '../../host/content-types';
import { countRecords } from '../../host/record-list';
import type { Strapi } from '../../host/strapi';
import type { Actor } from '../../kernel/actor';
import { asSystem, onTrial } from '../../kernel/frame';
import { accessOf, decide } from '../access';
import type { Actors } from './actors';
import type { EnforcementGate } from './gate';

/** How many records another restriction would open up to a member, or close: asked of the very predicates that would decide. */
export const createOpening =
  (strapi: Strapi, { actors, gate }: { readonly actors: Actors; readonly gate: EnforcementGate }) =>
  async (member: string, restriction: Restriction): Promise<Opening[]> => {
    const actor = await actors.ofMember(member);
    // Who is not let in sees nothing, whatever it says.
    if (actor.kind !== 'member') return [];
    const records = [...accessOf(strapi).registry.bindings.values()].filter(({ kind, mode, feature }) => kind === 'record' && mode !== 'off' && decide(actor, feature, 'view').allowed);
    const opening: Opening[] = [];
    for (const binding of records) {
      const seenBy = (one: Actor) => asSystem(() => countRecords(strapi, binding.type, { owners: 'anybody', within: onTrial(() => gate.forActor(one, binding, 'read')) }));
      const [now, then] = [await seenBy(actor), await seenBy({ ...actor, restriction })];
      opening.push({ type: binding.type, displayName: displayNameOf(strapi, binding.type), now, then });
    }
    return opening;
  };

export type OpeningOf = ReturnType<typeof createOpening>;
