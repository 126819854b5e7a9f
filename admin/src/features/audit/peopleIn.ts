import type { AuditEntryInfo } from '../../../../contracts/http-audit';

/** The members who did what is told, each once. */
export const peopleIn = (entries: readonly AuditEntryInfo[]) => {
  const names = new Map<string, string | null>();
  for (const { actor } of entries) if (actor.member !== null) names.set(actor.member, actor.name);
  return [...names].map(([documentId, name]) => ({ documentId, name }));
};
