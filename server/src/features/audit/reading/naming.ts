import type { AuditEntryInfo } from '../../../../../contracts/http-audit';
import type { Strapi } from '../../../host/strapi';
import type { AuditRepository, StoredEntry } from '../audit.repository';

/** What things of a kind are called, by their ids. */
type Names = Readonly<Record<'member' | 'token', ReadonlyMap<string, string>>>;

const idsIn = (entries: readonly StoredEntry[], kind: keyof Names): string[] => [
  ...new Set(entries.flatMap((entry) => [(kind === 'member' ? entry.actor : entry.token) ?? [], entry.targetType === kind ? entry.targetId : []].flat())),
];

/** Entries as people read them: names for the members and tokens in them, and a word for the type of what it was done to. */
export const nameEntries = async (strapi: Strapi, repository: AuditRepository, entries: readonly StoredEntry[]): Promise<AuditEntryInfo[]> => {
  const names: Names = { member: await repository.memberNames(idsIn(entries, 'member')), token: await repository.tokenNames(idsIn(entries, 'token')) };
  const typeName = (uid: string): string | null => strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? null;
  return entries.map((entry) => ({
    eventId: entry.eventId,
    place: entry.place,
    occurredAt: new Date(entry.occurredAt).toISOString(),
    action: entry.action,
    outcome: entry.outcome,
    actor: {
      kind: entry.actorKind,
      member: entry.actor,
      name: names.member.get(entry.actor ?? '') ?? null,
      token: entry.token === null ? null : { documentId: entry.token, name: names.token.get(entry.token) ?? null },
    },
    target: {
      type: entry.targetType,
      typeName: typeName(entry.targetType),
      id: entry.targetId,
      name: names[entry.targetType as keyof Names]?.get(entry.targetId) ?? null,
    },
  }));
};
