import { auditQuery, type AuditEntryInfo, type AuditPage } from '../../../../../contracts/http-audit';
import { atTheDoor } from '../../../host/http-errors';
import type { RequestContext, Strapi } from '../../../host/strapi';
import { validQuery } from '../../../kernel/validate';
import { createAuditRepository, type StoredEntry } from '../audit.repository';
import type { AuditService } from '../audit.service';
import { readPage } from '../page';

/** What things of a kind are called, by their ids. */
type Names = Readonly<Record<'member' | 'token', ReadonlyMap<string, string>>>;

/** What people read of entries: names for the members in them, and a word for the type of what it was done to. */
export const createAuditController = ({ strapi }: { strapi: Strapi }) => {
  const repository = createAuditRepository(strapi);
  const typeName = (uid: string): string | null =>
    strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? null;

  const toInfo = (entry: StoredEntry, names: Names): AuditEntryInfo => ({
    eventId: entry.eventId,
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
  });

  const idsIn = (entries: readonly StoredEntry[], kind: keyof Names): string[] => [
    ...new Set(entries.flatMap((entry) => [(kind === 'member' ? entry.actor : entry.token) ?? [], entry.targetType === kind ? entry.targetId : []].flat())),
  ];

  return {
    find: (ctx: RequestContext): Promise<AuditPage> =>
      atTheDoor(async () => {
        const query = validQuery(auditQuery, ctx.query);
        await (strapi.plugin('roster').service('audit') as AuditService).late.settle();
        const { entries, newer, older } = await readPage(repository, query);
        const names = { member: await repository.memberNames(idsIn(entries, 'member')), token: await repository.tokenNames(idsIn(entries, 'token')) };
        return {
          data: entries.map((entry) => toInfo(entry, names)),
          meta: { pagination: { pageSize: query.pageSize, newer, older } },
        };
      }),
  };
};
