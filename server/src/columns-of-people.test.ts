import { readdirSync } from 'node:fs';
import path from 'node:path';
import { leftOf } from './features/members/content-types/member';

interface Attribute {
  readonly type: string;
  readonly pluginOptions?: { readonly roster?: { readonly holds: 'person' | 'words' } };
}

interface Table {
  readonly schema: { readonly collectionName: string; readonly attributes: Readonly<Record<string, Attribute>> };
}

/**
 * Columns that hold ids, keys, codes, hashes and what the site's own configuration calls things: nobody is told by them.
 * A column that holds anything of a person, or what people write, does not belong here: mark it OF_A_PERSON or WORDS
 * (kernel/content-type), and see to it that it is wiped when he is deleted for good.
 */
const IMPERSONAL: Readonly<Record<string, readonly string[]>> = {
  roster_access_requests: ['member', 'role', 'type', 'record', 'status', 'pending', 'answeredBy'],
  roster_assignments: ['type', 'record', 'seat', 'fromMember', 'toMember', 'source', 'rule', 'actorKind', 'actor', 'batch'],
  roster_audit_checkpoints: ['note', 'frontier', 'keyId'],
  roster_audit_days: ['day', 'actor', 'action', 'outcome', 'targetType'],
  // The body holds ids, and salted hashes of what is personal.
  roster_audit_entries: ['eventId', 'action', 'actorKind', 'actor', 'token', 'targetType', 'targetId', 'outcome', 'body', 'leaf', 'seal', 'keyId'],
  roster_audit_heads: ['name', 'note', 'frontier', 'keyId'],
  roster_audit_letters: ['stream', 'eventId', 'action', 'problem'],
  roster_audit_streams: ['name', 'target', 'fingerprint', 'problem', 'holder'],
  roster_availabilities: ['member'],
  // An HMAC under a key of the site.
  roster_barred_addresses: ['hash'],
  roster_bindings: ['type', 'settings'],
  roster_conflicts: ['job', 'reason', 'record'],
  roster_cutoffs: ['user'],
  roster_entries: ['type', 'record', 'member', 'kind', 'seat', 'source', 'rule'],
  roster_grants: ['member', 'role', 'source'],
  roster_import_rows: ['job', 'role', 'territory', 'status', 'reason'],
  roster_imports: ['actor', 'error'],
  roster_invitation_counts: ['inviter', 'day'],
  roster_invitations: ['member', 'role', 'book', 'invitedBy', 'status', 'claim', 'job'],
  roster_jobs: ['kind', 'type', 'token', 'flows', 'createdByMember', 'undoes', 'error'],
  roster_limits: ['key'],
  roster_mailed_links: ['purpose', 'member', 'door'],
  roster_members: ['restriction'],
  roster_moves: ['job', 'record', 'fromMember', 'toMember', 'fromSource', 'fromRule', 'source', 'rule'],
  roster_observations: ['key', 'type', 'feature', 'action', 'code', 'route', 'role', 'personKind', 'person'],
  roster_one_time_tokens: ['hash', 'purpose', 'subject'],
  roster_permissions: ['role', 'feature', 'action', 'scope'],
  roster_pictures: ['member', 'mime'],
  roster_policies: ['key'],
  roster_roles: ['key', 'label', 'description'],
  roster_rulebooks: ['type', 'stamp'],
  roster_rules: ['type', 'when', 'target'],
  roster_territories: ['key', 'name'],
  roster_token_bindings: ['token', 'member', 'role'],
  roster_sessions: ['user', 'proofs'],
  roster_turns: ['rule', 'partition', 'state'],
  roster_usages: ['day', 'personKind', 'person', 'feature', 'action'],
  roster_waiting_records: ['type', 'record', 'rule'],
  roster_ways_in: ['key', 'value'],
};

const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'richtext', 'email', 'json']);
const FEATURES = path.join(__dirname, 'features');

const tables = (): readonly Table[] =>
  readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /content-types[\\/][\w-]+\.ts$/.test(file))
    .flatMap((file) => Object.values(jest.requireActual<object>(path.join(FEATURES, file))).filter((made): made is Table => typeof (made as Partial<Table>).schema?.collectionName === 'string'));

const holding = ({ pluginOptions }: Attribute) => pluginOptions?.roster?.holds;

describe('what the tables hold of people', () => {
  it('is marked: every text is of a person, what people write, or declared to tell of nobody', () => {
    const found = tables();
    expect(found.length).toBeGreaterThan(25);
    const undeclared = found.flatMap(({ schema: { collectionName, attributes } }) =>
      Object.entries(attributes)
        .filter(([name, attribute]) => TEXTS.has(attribute.type) && holding(attribute) === undefined && !IMPERSONAL[collectionName]?.includes(name))
        .map(([name]) => `${collectionName}.${name}`),
    );
    expect(undeclared).toEqual([]);
  });

  it('is declared where it is, and once', () => {
    const columns = new Map(tables().map(({ schema }) => [schema.collectionName, schema.attributes]));
    const stale = Object.entries(IMPERSONAL).flatMap(([table, names]) => names.filter((name) => !columns.get(table)?.[name] || holding(columns.get(table)?.[name] as Attribute) !== undefined).map((name) => `${table}.${name}`));
    expect(stale).toEqual([]);
  });

  it('of a member is what is wiped when he is deleted for good', () => {
    const member = tables().find(({ schema }) => schema.collectionName === 'roster_members');
    const marked = Object.entries(member?.schema.attributes ?? {}).filter(([, attribute]) => holding(attribute) === 'person').map(([name]) => name);
    expect(Object.keys(leftOf('x')).sort()).toEqual(marked.sort());
  });
});
