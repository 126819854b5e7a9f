/**
 * Every error that Roster answers with, by its stable code. `error.details.code` carries the code,
 * `error.details.path` the field, row or key that is at fault.
 * The HTTP status is here and nowhere else; docs/reference/errors.md is generated from this table.
 */
export const ERRORS = {
  CONFIG_INVALID: { status: 500, meaning: 'The plugin configuration is wrong; the boot stops and names the key.' },
  ENFORCEMENT_UNAVAILABLE: {
    status: 503,
    meaning: 'The guard could not prove at boot that it protects this content type, so the type is closed.',
  },
  NOT_A_MEMBER: { status: 403, meaning: 'Governed content is for members of the team; the caller is not one.' },
  MEMBER_INACTIVE: { status: 401, meaning: 'The member is invited, deactivated or deleted; nothing of the site answers him.' },
  PERMISSION_DENIED: { status: 403, meaning: "The member's roles do not allow this action on this feature." },
  OUT_OF_SCOPE: { status: 403, meaning: 'The record is visible, but the action does not reach it.' },
  PUBLISH_REQUIRED: { status: 403, meaning: 'The write would publish, and the role may only save drafts.' },
  USE_DOCUMENTS: {
    status: 403,
    meaning: 'Code wrote below the document service for a caller whose reach is limited, which cannot be checked.',
  },
  VALIDATION_FAILED: { status: 400, meaning: 'A field of the request is wrong; `path` names it.' },
  UNKNOWN_FEATURE: { status: 400, meaning: 'No such feature is registered.' },
  UNKNOWN_ACTION: { status: 400, meaning: 'No such action is registered.' },
  UNKNOWN_ROLE: { status: 400, meaning: 'No such role exists.' },
  UNKNOWN_MEMBER: { status: 400, meaning: 'No such member exists.' },
  UNKNOWN_TYPE: { status: 400, meaning: 'The content type does not exist or has no owners.' },
  CANNOT_OWN: { status: 400, meaning: 'The member is not active, or none of his roles may own records.' },
  OWNER_IS_NO_CO_OWNER: { status: 400, meaning: 'A member cannot be owner and co-owner of the same record.' },
  MEMBER_EXISTS: { status: 409, meaning: 'A member with this e-mail or this user exists already.' },
  ROLE_LOCKED: { status: 403, meaning: 'The permissions of the admin role are read-only.' },
  ROLE_BEYOND_CEILING: { status: 403, meaning: 'Nobody gives more than he has, nor touches who has more.' },
  SELF_CHANGE: { status: 403, meaning: 'Nobody changes his own role, status or restriction.' },
  SUPER_ADMIN: { status: 409, meaning: 'A Super Admin of the host is an admin of the team; take that role away there first.' },
  TOKEN_UNBINDABLE: { status: 400, meaning: 'This API token cannot act for whom it was to.' },
  LINK_INVALID: { status: 404, meaning: 'This link opens nothing: it is not one of ours, or it was replaced by a later one.' },
  LINK_SPENT: { status: 410, meaning: 'This link was used already, or is too old.' },
  INVITATION_VOID: { status: 409, meaning: 'Whoever sent the invitation may no longer give this role; ask for another one.' },
  INVITATION_CLOSED: { status: 409, meaning: 'The invitation was accepted or revoked.' },
  USER_EXISTS: { status: 409, meaning: 'A user of the site with this address belongs to somebody else, or is blocked.' },
  RATE_LIMITED: { status: 429, meaning: 'Tried too often; `retryAfter` says in how many seconds it goes on, as does the header Retry-After.' },
  DELETION_UNCONFIRMED: { status: 400, meaning: 'A permanent deletion takes two confirmations: a token that is asked for first, and the address of the member; `path` names what is missing or wrong.' },
  NOT_DEACTIVATED: { status: 409, meaning: 'Only a member who is deactivated can be deleted for good.' },
  ADMINS_ONLY: { status: 403, meaning: 'Only an admin of the team may do this.' },
  LAST_ADMIN: { status: 409, meaning: 'The last active admin of the team cannot be lost.' },
  CONFLICT: { status: 409, meaning: 'Somebody else changed the same thing at the same time; try again.' },
  CANNOT_RESTART: { status: 409, meaning: 'This site does not start again by itself; whoever runs it has to.' },
  STREAM_REFUSED: { status: 502, meaning: 'The receiver has not taken it; `problem` is its status, or what failed on the way.' },
  NOT_FOUND: { status: 404, meaning: 'No such record exists, or it is not visible to the caller.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;
