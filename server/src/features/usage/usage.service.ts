import type { z } from 'zod';
import type { UsagePage, usageQuery } from '../../../../contracts/http-usage';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import { createLateCounts } from '../members';
import type { UsageConfig } from './config';
import { createCounting } from './counting';
import type { Count } from './domain/use';
import { createRetention } from './retention';
import { createUsageRepository, type StoredCount } from './usage.repository';

const FLUSH_MS = 5_000;

/** Counts that are written together, in a handful of statements. */
const CHUNK = 200;

/** What an integer column holds at most. */
const MAX_ID = 2 ** 31 - 1;

const toInfo = ({ personKind, person, feature, action, day, count }: StoredCount): UsagePage['data'][number] => ({
  member: personKind === 'member' ? person : null,
  token: personKind === 'token' ? person : null,
  feature,
  action,
  day,
  count,
});

/** Who uses which cells of the matrix: counted as it happens, written down in batches, read for whoever decides on rights. */
export const createUsageService = ({ strapi }: { strapi: Strapi }) => {
  const repository = createUsageRepository(strapi);
  const counting = createCounting(strapi);
  const retention = createRetention(strapi, repository, strapi.config.get<UsageConfig | undefined>('plugin::roster.usage')?.keepDays);
  const lookAfter = createLateCounts(strapi, repository.removeOf);
  let timer: NodeJS.Timeout | undefined;

  /** What was written is done with; from the first failure on, the rest is counted on. */
  const add = async (counts: readonly Count[]): Promise<void> => {
    for (let start = 0; start < counts.length; start += CHUNK) {
      try {
        await asSystem(() => repository.add(counts.slice(start, start + CHUNK)));
      } catch (error) {
        counting.putBack(counts.slice(start));
        strapi.log.warn(`roster: ${counts.length - start} counts of what is used could not be written, and will be tried again: ${(error as Error).message}`);
        return;
      }
    }
  };

  const write = async (): Promise<void> => {
    const counts = counting.take();
    await add(counts);
    await lookAfter(counts.map(({ person }) => person));
  };

  /** One batch after the other. */
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => (writing = writing.then(write));

  return {
    usage: counting.usage,
    flush,
    removeOld: retention.removeOld,
    start(): void {
      timer = setInterval(() => void flush(), FLUSH_MS);
      timer.unref();
      retention.start();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await retention.stop();
      await flush();
    },

    /** One page, this node's latest counts included. It asks for one more than it shows, which tells whether there is more. */
    async page({ pageSize, before, ...filters }: z.output<typeof usageQuery>): Promise<UsagePage> {
      await flush();
      const found = await repository.list(filters, { ...(before !== undefined && { before: Math.min(Number(before), MAX_ID) }), limit: pageSize + 1 });
      const shown = found.slice(0, pageSize);
      const last = found.length > pageSize ? shown.at(-1) : undefined;
      return { data: shown.map(toInfo), meta: { pagination: { pageSize, older: last ? String(last.id) : null } } };
    },
  };
};

export type UsageService = ReturnType<typeof createUsageService>;
