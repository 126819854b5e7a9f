import { DELETED_NAME } from '../../../../../contracts/deleted-member';
import { STATUSES } from '../../../../../contracts/http-members';
import { OF_A_PERSON, ownTable, text } from '../../../kernel/content-type';
import { own } from '../../../host/strapi';

/**
 * What stands in the columns that tell who a member is, once he is deleted for good. A new column of that kind is marked
 * OF_A_PERSON and belongs here too; a test compares the two.
 */
export const leftOf = (documentId: string) => ({
  // Unique, and of a domain that is nobody's (RFC 2606).
  email: `${documentId}@deleted.invalid`,
  name: DELETED_NAME,
  phone: null,
  timezone: null,
  language: null,
  apiUser: null,
  panelUser: null,
});

/** A person of the team. Users are linked by documentId: numeric ids change when data moves to another site. */
export const member = ownTable('member', 'members', {
  attributes: {
    email: text(191, { required: true, unique: true, ...OF_A_PERSON }),
    name: text(191, { required: true, ...OF_A_PERSON }),
    /** A telephone number, as he writes it. */
    phone: text(32, OF_A_PERSON),
    /** IANA time zone. */
    timezone: text(64, OF_A_PERSON),
    /** BCP 47 tag. */
    language: text(16, OF_A_PERSON),
    status: { type: 'enumeration', enum: [...STATUSES], required: true },
    /** When he was deactivated; null while he is active. */
    deactivatedAt: { type: 'datetime' },
    /** documentId of the users-permissions user: the API door. */
    apiUser: text(32, OF_A_PERSON),
    /** documentId of the admin user: the panel door. */
    panelUser: text(32, OF_A_PERSON),
    /** One of RESTRICTIONS; null for none. */
    restriction: text(16),
    territories: { type: 'relation', relation: 'manyToMany', target: own('territory'), inversedBy: 'members' },
  },
  indexes: [
    { name: 'roster_members_email', columns: ['email'], type: 'unique' },
    { name: 'roster_members_api_user', columns: ['api_user'], type: 'unique' },
    { name: 'roster_members_panel_user', columns: ['panel_user'], type: 'unique' },
    { name: 'roster_members_document', columns: ['document_id'], type: 'unique' },
  ],
});
