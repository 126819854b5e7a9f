import { z } from 'zod';

/** A binding as it is made in the panel; what each key means is in the reference of the configuration. */
const panelBinding = z.strictObject({
  feature: z.string().min(1).max(64),
  kind: z.enum(['record', 'detail', 'run', 'personal', 'definition']),
  parent: z.string().min(1).max(128).optional(),
  target: z.string().min(1).max(128).optional(),
  owns: z.boolean().optional(),
  territory: z.string().min(1).max(128).optional(),
  value: z.string().min(1).max(128).optional(),
  nonMembers: z.enum(['closed', 'strapi']).optional(),
  mode: z.enum(['off', 'observe', 'enforce']),
});

/** How many types one site may bind in the panel. */
const MOST_TYPES = 500;

/** `PUT /roster/set-up/bindings` (panel): all that is bound in the panel from the next start on, by uid. */
export const bindTypesRequest = z.strictObject({
  bindings: z.record(z.string().min(1).max(128), panelBinding).refine((all) => Object.keys(all).length <= MOST_TYPES, `at most ${MOST_TYPES} types`),
});

const siteType = z.strictObject({
  uid: z.string(),
  displayName: z.string(),
  /** Who binds it: the configuration, which the panel leaves alone; the panel; or nobody yet. */
  boundBy: z.enum(['config', 'panel', 'nobody']),
  /** What is stored. */
  binding: panelBinding.nullable(),
  /** What the schema suggests; null where it says nothing. */
  guess: panelBinding.nullable(),
  /** How far it goes since the last start; null: not at all. */
  inForce: z.enum(['off', 'observe', 'enforce']).nullable(),
  /** Attributes that can be its parent or target, with the type behind. */
  relations: z.array(z.strictObject({ attribute: z.string(), type: z.string() })),
  /** Attributes that can say what a record is worth. */
  values: z.array(z.string()),
  /** Attributes that can say where a record lies. */
  territories: z.array(z.string()),
});

/** `GET /roster/set-up` (panel): what there is to bind, and how far it is. */
export const setUpResponse = z.strictObject({
  data: z.strictObject({
    types: z.array(siteType),
    /** Keys of the features that can decide. */
    features: z.array(z.string()),
    /** Something is stored that holds only after a start. */
    isRestartNeeded: z.boolean(),
    /** The site starts again by itself when it is asked to, as in development. */
    restartsItself: z.boolean(),
    /** Active members, and those of them who came by adoption. */
    members: z.number(),
    adopted: z.number(),
  }),
});

const door = z.enum(['panel', 'api']);

/** `GET /roster/set-up/people` (panel): the site's own roles, and how many of their users are no members yet. */
export const hostRolesResponse = z.strictObject({
  data: z.array(
    z.strictObject({
      door,
      key: z.string(),
      name: z.string(),
      /** Users who can sign in. */
      users: z.number(),
      /** Those of them who are no members. */
      free: z.number(),
      /** Key of the role in the team that its name suggests. */
      guess: z.string().nullable(),
    }),
  ),
});

/** `POST /roster/set-up/people` (panel): makes members of the next users of one door. Whoever has none of these roles is left out. */
export const adoptRequest = z.strictObject({
  door,
  /** Roles of the site, in the order in which they count, and what each becomes in the team. */
  roles: z.array(z.strictObject({ key: z.string().min(1).max(191), role: z.string().min(1).max(64) })).min(1).max(100),
  /** Whether a user with the address of a member is that member: true only where nobody signs up with an address that is not his. */
  linkByEmail: z.boolean().default(false),
  /** Where the call before ended; without it, from the beginning. */
  after: z.number().int().min(0).optional(),
});

/** What became of them. `next`: where the next call goes on; null: there are no more. */
export const adoptResponse = z.strictObject({
  data: z.strictObject({ created: z.number(), linked: z.number(), skipped: z.number(), next: z.number().nullable() }),
});

/** `DELETE /roster/set-up/people` (panel): takes adopted members out again, a page at a time, save those who have been given anything since. */
export const releaseResponse = z.strictObject({ data: z.strictObject({ released: z.number(), kept: z.number(), isDone: z.boolean() }) });

/** What is looked at before a site relies on it. */
export const SET_UP_CHECKS = ['mail-provider', 'public-url', 'encryption-key', 'audit-key'] as const;

/** `GET /roster/set-up/checks` (panel). */
export const checksResponse = z.strictObject({ data: z.array(z.strictObject({ key: z.enum(SET_UP_CHECKS), isGood: z.boolean() })) });

/** `POST /roster/set-up/mail` (panel): a mail to oneself. `problem`: what the provider says; null: it has taken it. */
export const testMailResponse = z.strictObject({ data: z.strictObject({ to: z.string(), problem: z.string().nullable() }) });

export type PanelBinding = z.infer<typeof panelBinding>;
export type SiteType = z.infer<typeof siteType>;
export type SetUp = z.infer<typeof setUpResponse>['data'];
export type HostRoleInfo = z.infer<typeof hostRolesResponse>['data'][number];
export type AdoptRequest = z.infer<typeof adoptRequest>;
export type Adopted = z.infer<typeof adoptResponse>['data'];
export type Released = z.infer<typeof releaseResponse>['data'];
export type SetUpCheck = z.infer<typeof checksResponse>['data'][number];
export type TestMail = z.infer<typeof testMailResponse>['data'];
