import { z } from 'zod';
import { RESTRICTIONS } from './http-members';
import { MOST_RECORDS } from './limits';

/** `PUT /api/roster/matrix`: the cells to change, all or none. */
export const changeCellsRequest = z.strictObject({
  cells: z
    .array(z.strictObject({ role: z.string(), feature: z.string(), action: z.string(), scope: z.string() }))
    .min(1)
    .max(5_000),
});

/** `PUT /api/roster/records/:type/:documentId/owner`: documentId of a member, or null for nobody. */
export const changeOwnerRequest = z.strictObject({ owner: z.string().min(1).nullable() });

/** `POST …/roster/records/:type/owners`: documentIds of records. */
export const ownersOfManyRequest = z.strictObject({ records: z.array(z.string().min(1)).min(1).max(MOST_RECORDS.asked) });

/** `PUT …/roster/records/:type/owners`: one owner for many records, or nobody: all of them or none. */
export const changeOwnersRequest = z.strictObject({ records: z.array(z.string().min(1)).min(1).max(MOST_RECORDS.changed), owner: z.string().min(1).nullable() });

/** `POST /api/roster/records/:type/:documentId/co-owners`: documentId of a member. */
export const addCoOwnerRequest = z.strictObject({ coOwner: z.string().min(1) });

/**
 * `owner` and `coOwners` in the data of a record that has them: documentIds of members. `coOwners` is the whole
 * list; what is left out stays as it is.
 */
export const ownersOfRecord = z.strictObject({
  owner: z.string().min(1).max(64).nullable().optional(),
  coOwners: z.array(z.string().min(1).max(64)).max(100).optional(),
});

/** `POST …/roster/records/:type/:documentId/shares`: documentId of a member, and until when. Sharing again changes the end. */
export const shareRequest = z.strictObject({ member: z.string().min(1), endsAt: z.iso.datetime({ offset: true }).nullable().optional() });

/** `PUT /roster/api-tokens/:documentId/binding` (panel): for whom the token acts; null for nobody. */
export const bindTokenRequest = z.union([z.strictObject({ member: z.string().min(1) }), z.strictObject({ role: z.string().min(1) })]).nullable();

/** `POST …/roster/check`: questions about oneself. Each names a feature, or a type whose feature it is about. */
export const checkRequest = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        feature: z.string().optional(),
        action: z.string(),
        /** uid of a content type with a binding. */
        type: z.string().optional(),
        /** documentId of a record of that type. */
        record: z.string().optional(),
      }),
    )
    .min(1)
    .max(500),
});

/** `POST …/roster/members`: a person who joins at once, with the users of the host that are his. */
export const addMemberRequest = z.strictObject({
  email: z.email().max(191),
  name: z.string().trim().min(1).max(191),
  /** Key of a role. */
  role: z.string().min(1),
  /** documentId of a users-permissions user: the API door. */
  apiUser: z.string().min(1).optional(),
  /** documentId of an admin user: the panel door. */
  panelUser: z.string().min(1).optional(),
});

const endsAt = z.iso.datetime({ offset: true }).nullable().optional();

/** `PUT …/roster/members/:documentId/role`: the one role that is given by hand, and until when it counts; without an end, until it is taken away. */
export const setRoleRequest = z.strictObject({ role: z.string().min(1), endsAt });

/** What a member has besides his role, and may go with it: see `GET …/roster/members/:documentId/access`. */
export const REMOVABLE = ['shares', 'coOwned', 'territories'] as const;

/** `POST …/roster/members/:documentId/access/removals`. */
export const removeAccessRequest = z.strictObject({ kinds: z.array(z.enum(REMOVABLE)).min(1).max(REMOVABLE.length) });

/** `POST …/roster/members/changes`: the same change for several, each by itself. */
export const changeMembersRequest = z.strictObject({
  members: z.array(z.string().min(1)).min(1).max(100),
  change: z.union([z.strictObject({ status: z.enum(['active', 'deactivated']) }), z.strictObject({ role: z.string().min(1), endsAt })]),
});

/** `PUT …/roster/members/:documentId/status`. */
export const setStatusRequest = z.strictObject({ status: z.enum(['active', 'deactivated']) });

/** `PUT …/roster/members/:documentId/users`: documentIds of users of the host; null unlinks, what is left out stays. */
export const linkUsersRequest = z.strictObject({ apiUser: z.string().min(1).nullable().optional(), panelUser: z.string().min(1).nullable().optional() });

/** `PUT …/roster/members/:documentId/restriction`. */
export const restrictRequest = z.strictObject({ restriction: z.enum(RESTRICTIONS) });

/** `PUT …/roster/members/:documentId/territories`: keys of all that he has from now on. */
export const setTerritoriesRequest = z.strictObject({ territories: z.array(z.string()).max(500) });

const territoryName = z.string().trim().min(1).max(191);

/** `POST …/roster/territories`. The key is what the records' own field holds, letter by letter. */
export const addTerritoryRequest = z.strictObject({ key: z.string().trim().min(1).max(64), name: territoryName });

/** `PUT …/roster/territories/:key`. */
export const renameTerritoryRequest = z.strictObject({ name: territoryName });

export type MembersChange = z.infer<typeof changeMembersRequest>['change'];
