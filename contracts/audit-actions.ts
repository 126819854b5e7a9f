/**
 * Every action that the audit log can hold, as `noun.verb`. Severity is for the reader's eye:
 * `info` is daily work, `notice` changes who may do what, `warning` is a refusal or a danger.
 */
export const AUDIT_ACTIONS = {
  'record.created': { severity: 'info', description: 'A record of a governed type was created.' },
  'record.updated': { severity: 'info', description: 'A record of a governed type was changed.' },
  'record.deleted': { severity: 'notice', description: 'A record of a governed type was deleted.' },
  'record.published': { severity: 'info', description: 'A record of a governed type was published.' },
  'record.unpublished': { severity: 'info', description: 'A record of a governed type was unpublished.' },
  'record.cloned': { severity: 'info', description: 'A record of a governed type was cloned.' },
  'record.draft-discarded': { severity: 'info', description: 'The draft of a record was replaced by its published version.' },
  'owner.changed': { severity: 'notice', description: 'The owner of a record changed.' },
  'owners.changed': { severity: 'notice', description: 'The owners of many records changed at once.' },
  'co-owner.added': { severity: 'notice', description: 'A member became co-owner of a record.' },
  'co-owner.removed': { severity: 'notice', description: 'A member is no longer co-owner of a record.' },
  'record.shared': { severity: 'notice', description: 'A record was shared with a member, or its share got another end.' },
  'record.unshared': { severity: 'notice', description: 'A record is no longer shared with a member.' },
  'member.availability-changed': { severity: 'info', description: 'How much a member takes from rotations changed.' },
  'job.started': { severity: 'notice', description: 'A plan to move records was started.' },
  'job.cancelled': { severity: 'notice', description: 'A job that moves records was stopped.' },
  'rule.created': { severity: 'notice', description: 'An assignment rule was added.' },
  'rule.changed': { severity: 'notice', description: 'An assignment rule was changed.' },
  'rule.deleted': { severity: 'notice', description: 'An assignment rule was deleted.' },
  'rules.ordered': { severity: 'notice', description: 'The assignment rules of a type were put in another order.' },
  'member.created': { severity: 'notice', description: 'A member was added to the team.' },
  'member.linked': { severity: 'notice', description: 'Users of the site were linked to a member.' },
  'member.deactivated': { severity: 'warning', description: 'A member was deactivated.' },
  'member.reactivated': { severity: 'notice', description: 'A member was reactivated.' },
  'member.role-changed': { severity: 'notice', description: 'The role of a member changed.' },
  'member.restricted': { severity: 'notice', description: 'The restriction of a member changed.' },
  'member.territories-changed': { severity: 'notice', description: 'The territories of a member changed.' },
  'territory.created': { severity: 'notice', description: 'A territory was added.' },
  'territory.renamed': { severity: 'info', description: 'A territory got another name.' },
  'territory.deleted': { severity: 'notice', description: 'A territory was deleted.' },
  'permission.denied': { severity: 'warning', description: 'Somebody was refused; repetitions are counted.' },
  'token.bound': { severity: 'notice', description: 'What an API token acts for changed.' },
  'observations.cleared': { severity: 'info', description: 'The report of what observed bindings would take away was started over.' },
  'role.cells-changed': { severity: 'notice', description: 'Permissions of a role changed.' },
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

