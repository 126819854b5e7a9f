import { STATUSES } from '../../../../../contracts/http-members';
import { ownTable, text } from '../../../kernel/content-type';
import { own } from '../../../host/strapi';

/** A person of the team. Users are linked by documentId: numeric ids change when data moves to another site. */
export const member = ownTable('member', 'members', {
  attributes: {
    email: text(191, { required: true, unique: true }),
    name: text(191, { required: true }),
    /** IANA time zone. */
    timezone: text(64),
    /** BCP 47 tag. */
    language: text(16),
    status: { type: 'enumeration', enum: [...STATUSES], required: true },
    /** documentId of the users-permissions user: the API door. */
    apiUser: text(32),
    /** documentId of the admin user: the panel door. */
    panelUser: text(32),
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
