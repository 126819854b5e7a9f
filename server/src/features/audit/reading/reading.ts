import type { z } from 'zod';
import type { AuditDays, AuditEntryDetail, AuditFilters, auditQuery, AuditPage, AuditState } from '../../../../../contracts/http-audit';
import type { Strapi } from '../../../host/strapi';
import { clockPort } from '../../../kernel/clock';
import { RosterError } from '../../../kernel/errors';
import { createAuditRepository } from '../audit.repository';
import type { Progress } from '../checking/background';
import { createLogRepository } from '../checking/log.repository';
import { judgePlaced, judgeWaiting } from '../domain/judge';
import type { Keyring } from '../domain/keys';
import { membersIn } from '../domain/members-in';
import { verifierKey } from '../domain/note';
import { readTold } from '../domain/told';
import { createHeadRepository } from '../sealing/head.repository';
import { entriesByDay } from './chart';
import { nameEntries } from './naming';
import { readPage } from './page';
import { createSearch } from './search';
import { readState } from './state';

interface Sealing {
  seal(): Promise<void>;
  progress(): Progress | undefined;
}

/** What people read of the log. */
export const createReading = (strapi: Strapi, keyring: Keyring, { seal, progress }: Sealing) => {
  const repository = createAuditRepository(strapi);
  const now = () => clockPort.of(strapi)();

  /** What has just happened is to be found. If it cannot be sealed, what is sealed is still to be read. */
  const upToDate = (): Promise<void> => seal().catch((error: Error) => void strapi.log.error(`roster: the audit log could not be sealed: ${error.message}`));

  return {
    async page({ pageSize, before, after, ...filters }: z.output<typeof auditQuery>): Promise<AuditPage> {
      await upToDate();
      const { entries, newer, older } = await readPage(createSearch(repository, filters), { pageSize, before, after });
      return { data: await nameEntries(strapi, repository, entries), meta: { pagination: { pageSize, newer, older } } };
    },

    async days(filters: AuditFilters): Promise<AuditDays['data']> {
      await upToDate();
      return entriesByDay(repository, filters, now());
    },

    /** @throws RosterError NOT_FOUND */
    async entry(eventId: string): Promise<AuditEntryDetail['data']> {
      const [stored, row] = [await repository.byEvent(eventId), await createLogRepository(strapi).byEvent(eventId)];
      if (!stored || !row) throw new RosterError('NOT_FOUND', `There is no entry ${eventId} in the audit log.`, { path: 'eventId' });
      const { finding, isForgotten = false } = row.place === null ? judgeWaiting(row, keyring) : judgePlaced(row, row.place, keyring);
      const [info] = await nameEntries(strapi, repository, [stored]);
      const told = readTold(row);
      const people = Object.fromEntries(await repository.memberNames(membersIn(told.details)));
      return { ...(info as NonNullable<typeof info>), ...told, people, isForgotten, isSound: finding === undefined };
    },

    state: (): Promise<AuditState['data']> => readState({ repository, heads: createHeadRepository(strapi), publicKey: verifierKey(keyring.current), progress: progress(), now: now() }),
  };
};
