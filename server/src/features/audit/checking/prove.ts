import type { AuditProof } from '../../../../../contracts/audit-report';
import type { Strapi } from '../../../host/strapi';
import { breathe } from '../../../kernel/breathe';
import { RosterError } from '../../../kernel/errors';
import type { Keyring } from '../domain/keys';
import { createGrowth, rootOf, within, type Frontier } from '../domain/merkle';
import { inclusionRanges, type Range } from '../domain/proof';
import { createHeadRepository } from '../sealing/head.repository';
import { beginningOf } from './beginning';
import { createFaults } from './faults';
import { createLogRepository, type LogRepository } from './log.repository';

const CHUNK = 10_000;

/** The roots of some runs of leaves, that lie one behind the other, in one pass over the log. */
const rootsOf = async (log: LogRepository, begin: Frontier, size: number, ranges: readonly Range[]): Promise<Buffer[]> => {
  const growths = ranges.map((range) => ({ ...range, growth: createGrowth(within(begin, range)) }));
  for (let start = begin.size; start < size; start += CHUNK) {
    const to = Math.min(start + CHUNK, size);
    const among = growths.filter((one) => one.from < to && one.to > start);
    for (const { place, leaf } of await log.leaves(start, to)) among.find(({ from, to: end }) => place >= from && place < end)?.growth.append(Buffer.from(leaf, 'base64'));
    await breathe();
  }
  return growths.map(({ growth }) => rootOf(growth.frontier()));
};

/**
 * Makes what shows, to somebody who has nothing but the log's public key, that an entry is part of the log.
 *
 * @throws RosterError NOT_FOUND for an entry that is not there; CONFLICT for one that has no place yet, and where the beginning of the log is damaged
 */
export const createProver = (strapi: Strapi, keyring: Keyring) => async (eventId: string): Promise<AuditProof> => {
  const log = createLogRepository(strapi);
  const row = await log.byEvent(eventId);
  if (!row) throw new RosterError('NOT_FOUND', `There is no entry ${eventId} in the audit log.`, { path: 'eventId' });
  if (row.place === null) throw new RosterError('CONFLICT', `The entry ${eventId} is not sealed yet.`, { path: 'eventId' });
  const heads = createHeadRepository(strapi);
  const { size, note } = await heads.read();
  const begin = await beginningOf(log, heads, keyring, createFaults(keyring));
  if (!begin.frontier) throw new RosterError('CONFLICT', 'The checkpoint at which the log begins is damaged. Run `roster verify`.', { path: 'eventId' });
  const path = await rootsOf(log, begin.frontier, size, inclusionRanges(row.place, size));
  return { version: 1, body: row.body, personal: row.personal, place: row.place, size, path: path.map((node) => node.toString('base64')), checkpoint: note };
};
