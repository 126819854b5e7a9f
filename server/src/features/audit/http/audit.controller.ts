import { auditQuery, type AuditEntryInfo, type AuditPage } from '../../../../../contracts/http-audit';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validQuery } from '../../../kernel/validate';
import { createAuditRepository, type StoredEntry } from '../audit.repository';
import type { AuditService } from '../audit.service';
import { readPage } from '../page';

/** What people read of entries: names for the members in them, and a word for the type of what it was done to. */
export const createAuditController = ({ strapi }: { strapi: Strapi }) => {
  const repository = createAuditRepository(strapi);
  const typeName = (uid: string): string | null =>
    strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? null;

  const toInfo = (entry: StoredEntry, names: ReadonlyMap<string, string>): AuditEntryInfo => ({
    eventId: entry.eventId,
    occurredAt: new Date(entry.occurredAt).toISOString(),
    action: entry.action,
    outcome: entry.outcome,
    actor: { kind: entry.actorKind, member: entry.actor, name: names.get(entry.actor ?? '') ?? null },
    target: {
      type: entry.targetType,
      typeName: typeName(entry.targetType),
      id: entry.targetId,
      name: entry.targetType === 'member' ? (names.get(entry.targetId) ?? null) : null,
    },
  });

  const membersIn = (entries: readonly StoredEntry[]): string[] => [
    ...new Set(entries.flatMap(({ actor, targetType, targetId }) => [...(actor === null ? [] : [actor]), ...(targetType === 'member' ? [targetId] : [])])),
  ];

  return {
    find: (ctx: RequestContext): Promise<AuditPage> =>
      atTheDoor(async () => {
        const query = validQuery(auditQuery, ctx.query);
        await (strapi.plugin('roster').service('audit') as AuditService).late.settle();
        const { entries, newer, older } = await readPage(repository, query);
        const names = await repository.memberNames(membersIn(entries));
        return {
          data: entries.map((entry) => toInfo(entry, names)),
          meta: { pagination: { pageSize: query.pageSize, newer, older } },
        };
      }),
  };
};
