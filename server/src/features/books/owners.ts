import type { OwnerChange } from '../../../../contracts/http-owners';
import type { Strapi } from '../../host/strapi';
import { auditActor, type Actor } from '../../kernel/actor';
import { doorPort } from '../../kernel/door';
import type { BooksService } from './books.service';
import type { PastAssignment } from './history';
import type { Ownership } from './ownership';
import { peopleAmong, withPeople, type Owners, type Person } from './people';

/** A record of a type with owners. */
export interface Target {
  readonly type: string;
  readonly record: string;
}

/** Who changes owners: team_management.update, which is the admin's unless a custom role carries it. */
export const CHANGE_OWNERS = { feature: 'team_management', action: 'update' } as const;

/**
 * Owner and co-owners at a door: read by whoever sees the record, changed by whoever manages the team.
 * A hidden record and a missing one answer alike.
 */
export const createOwners = (strapi: Strapi, books: () => BooksService) => {
  const people = async (ownership: Ownership): Promise<Owners> => (await withPeople(strapi, [ownership]))[0] as Owners;

  const assertVisible = async ({ type, record }: Target): Promise<void> => {
    books().assertOwns(type);
    await doorPort.of(strapi).demandVisible(type, record);
  };

  const change = async (target: Target, run: (actor: Actor) => Promise<Ownership>): Promise<Owners> => {
    const actor = doorPort.of(strapi).demand(CHANGE_OWNERS.feature, CHANGE_OWNERS.action, target);
    await assertVisible(target);
    return people(await run(actor));
  };

  const toChange = ({ occurredAt: at, seat, from, to, source, rule, ruleName, reasons, actorKind, actor, note }: PastAssignment, person: (documentId: string) => Person): OwnerChange => ({
    at,
    seat,
    from: from === null ? null : person(from),
    to: to === null ? null : person(to),
    source,
    rule: rule === null ? null : { documentId: rule, name: ruleName ?? rule },
    reasons: [...reasons],
    by: { kind: actorKind, name: actor === null ? null : person(actor).name },
    note,
  });

  return {
    async of(target: Target): Promise<Owners> {
      await assertVisible(target);
      return people(await books().ownership(target.type, target.record));
    },

    async history(target: Target): Promise<OwnerChange[]> {
      await assertVisible(target);
      const past = await books().history(target.type, target.record);
      const person = await peopleAmong(strapi, past.flatMap(({ from, to, actor }) => [from ?? [], to ?? [], actor ?? []].flat()));
      return past.map((one) => toChange(one, person));
    },

    set: (target: Target, owner: string | null) => change(target, (actor) => books().setOwner(target.type, target.record, owner, auditActor(actor))),
    add: (target: Target, coOwner: string) => change(target, (actor) => books().addCoOwner(target.type, target.record, coOwner, auditActor(actor))),
    remove: (target: Target, coOwner: string) => change(target, (actor) => books().removeCoOwner(target.type, target.record, coOwner, auditActor(actor))),
  };
};
