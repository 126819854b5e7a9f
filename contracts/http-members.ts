import { z } from 'zod';

/** A person's place in the team: from the invitation to the end. */
export const STATUSES = ['invited', 'active', 'deactivated', 'deleted'] as const;
export type Status = (typeof STATUSES)[number];

/** How far `all` reaches for a member: to every record, to those of his territories, or to those that are shared with him. */
export const RESTRICTIONS = ['none', 'territories', 'shared'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

/** `GET …/roster/members`: a page of the team, by name. */
export const membersQuery = z.strictObject({
  /** Part of a name or an address. */
  search: z.string().trim().min(1).max(100).optional(),
  /** Without it, everybody but those who were deleted. */
  status: z.enum(STATUSES).optional(),
  /** Key of a role. */
  role: z.string().min(1).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});

const grant = z.strictObject({
  role: z.string(),
  /** `manual`, `adopted`, `invite`, `import`, `domain`, `default`, `scim`, or `idp:<connection>`. */
  source: z.string(),
  endsAt: z.string().nullable(),
});

const member = z.strictObject({
  documentId: z.string(),
  name: z.string(),
  email: z.string(),
  status: z.enum(STATUSES),
  /** The roles that decide now: live custom ones alone, or else the standard one. */
  roles: z.array(z.string()),
  grants: z.array(grant),
  /** Keys of his territories. */
  territories: z.array(z.string()),
  /** As it is set. An admin is not restricted, whatever it says. */
  restriction: z.enum(RESTRICTIONS),
  /** Whether he has a user at the door. */
  doors: z.strictObject({ panel: z.boolean(), api: z.boolean() }),
  /** Records that he owns or helps with. */
  book: z.number(),
  /** A Super Admin of the host: an admin of the team as long as he is that. */
  isSuperAdmin: z.boolean(),
  /** Whether the caller may change his role and status. */
  isEditable: z.boolean(),
  /** Whether the caller may delete him for good: an admin, once he is deactivated. */
  isErasable: z.boolean(),
});

export const membersResponse = z.strictObject({
  data: z.array(member),
  meta: z.strictObject({
    pagination: z.strictObject({ page: z.number(), pageSize: z.number(), pageCount: z.number(), total: z.number() }),
    /** Keys of the roles that the caller may give. */
    grantable: z.array(z.string()),
  }),
});

/** `GET …/roster/users`: users of the host at one door who are no member's. */
export const usersQuery = z.strictObject({
  door: z.enum(['panel', 'api']),
  search: z.string().trim().min(1).max(100).optional(),
});

/** At most twenty. */
export const usersResponse = z.strictObject({ data: z.array(z.strictObject({ documentId: z.string(), name: z.string(), email: z.string() })) });

export type MemberInfo = z.infer<typeof member>;
export type MembersPage = z.infer<typeof membersResponse>;
export type MembersQuery = z.input<typeof membersQuery>;
export type FreeUser = z.infer<typeof usersResponse>['data'][number];
