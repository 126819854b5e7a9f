import { AUDIT_ACTIONS, type AuditAction } from '../../../../contracts/audit-actions';
import type { AuditExportFormat, AuditFilters } from '../../../../contracts/http-audit';
import { currentOrigin } from '../../host/origin';
import type { RequestContext, Strapi } from '../../host/strapi';
import { breathe } from '../../kernel/breathe';
import { clockPort } from '../../kernel/clock';
import type { AuditActor } from '../../kernel/record';
import { answerWithFile, FORMATS, tellExport, type ExportRow, type Format } from '../exports';
import { createAuditRepository, type StoredEntry } from './audit.repository';
import { auditConfigOf } from './keyring';
import { nameEntries } from './reading/naming';
import { createSearch } from './reading/search';
import { entriesWhere } from './reading/where';
import { toEcs } from './domain/ecs';
import { toOcsf } from './domain/ocsf';
import { readTold } from './domain/told';
import { COLUMNS, toRow, type AuditEvent } from './domain/event';

/** Entries in memory at once: few, since what outlives the reading of a page piles up until the next great collection. */
const PAGE = 100;

/** Ids that are counted at once: to count millions holds a SQLite for seconds, and everybody with it. */
const COUNTED = 20_000;

interface Kind {
  readonly format: Format;
  readonly write: (event: AuditEvent) => ExportRow;
}

const KINDS: Readonly<Record<AuditExportFormat, Kind>> = {
  csv: { format: FORMATS.csv, write: toRow },
  json: { format: FORMATS.json, write: toRow },
  jsonl: { format: FORMATS.jsonl, write: toRow },
  ocsf: { format: FORMATS.jsonl, write: toOcsf },
  ecs: { format: FORMATS.jsonl, write: toEcs },
};

const severityOf = (strapi: Strapi, action: string): string => AUDIT_ACTIONS[action as AuditAction]?.severity ?? auditConfigOf(strapi).actions?.[action]?.severity ?? 'info';

/** The log as a file, oldest first, and with it whatever is looked for. */
export const createExporting = (strapi: Strapi) => {
  const repository = createAuditRepository(strapi);

  const eventsOf = async (entries: readonly StoredEntry[]): Promise<AuditEvent[]> => {
    const [infos, texts] = [await nameEntries(strapi, repository, entries), await repository.textsOf(entries.map(({ id }) => id))];
    return infos.map((info, at) => {
      const { body = '{}', personal = null, leaf = null } = texts.get((entries[at] as StoredEntry).id) ?? {};
      return { ...info, severity: severityOf(strapi, info.action), ...readTold({ body, personal }), leaf };
    });
  };

  const countUpTo = async (filters: AuditFilters, upTo: number): Promise<number> => {
    const where = entriesWhere(filters);
    let total = 0;
    for (let from = (await repository.first())?.id ?? 0; from <= upTo; from += COUNTED) {
      total += await repository.countWithin({ where, from, to: Math.min(upTo, from + COUNTED - 1) });
      await breathe();
    }
    return total;
  };

  async function* pagesOf(filters: AuditFilters, upTo: number, write: Kind['write']): AsyncGenerator<readonly ExportRow[]> {
    const search = createSearch(repository, filters);
    for (let after = 0; ; ) {
      const found = await search.list({ after, limit: PAGE });
      const entries = found.filter(({ id }) => id <= upTo);
      yield (await eventsOf(entries)).map(write);
      if (found.length < PAGE || entries.length < found.length) return;
      after = found.at(-1)?.id ?? after;
    }
  }

  return {
    eventsOf,
    /** Answers with the entries that are there now; what is written meanwhile, the entry of this export too, is not part of it. */
    async answer(ctx: RequestContext, { format: name, ...filters }: AuditFilters & { readonly format: AuditExportFormat }, actor: AuditActor): Promise<void> {
      const { format, write } = KINDS[name];
      const upTo = await repository.lastId();
      const total = await countUpTo(filters, upTo);
      const onEnd = await tellExport(strapi, { actor, target: { type: 'log', id: 'audit' }, details: { format: name, filters }, origin: currentOrigin(strapi) });
      answerWithFile(ctx, { name: 'audit-log', total, columns: COLUMNS, pages: pagesOf(filters, upTo, write), onEnd }, format, clockPort.of(strapi)());
    },
  };
};

export type Exporting = ReturnType<typeof createExporting>;
