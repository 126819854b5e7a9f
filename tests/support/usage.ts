import type { Core } from '@strapi/strapi';

import { table } from './roster';

/** The counters, as the plugin's own timers use them. */
export interface UsageCounters {
  flush(): Promise<void>;
  removeOld(): Promise<void>;
}

interface Row {
  readonly personKind: string;
  readonly person: string;
  readonly feature: string;
  readonly action: string;
  readonly day: string;
  readonly count: number;
}

export const usageCounters = (strapi: Core.Strapi): UsageCounters => strapi.plugin('roster').service('usage') as UsageCounters;

export const usageRows = async (strapi: Core.Strapi): Promise<readonly Row[]> => {
  await usageCounters(strapi).flush();
  return (await table(strapi, 'usage').findMany({ where: { count: { $gt: 0 } } as never })) as unknown as Row[];
};

/** What one person has used by now: `{ 'customer_360.view': 2 }`. */
export const usedBy = async (strapi: Core.Strapi, person: string): Promise<Readonly<Record<string, number>>> => {
  const sums: Record<string, number> = {};
  for (const { feature, action, count } of (await usageRows(strapi)).filter((row) => row.person === person)) {
    sums[`${feature}.${action}`] = (sums[`${feature}.${action}`] ?? 0) + count;
  }
  return sums;
};

/** Forgets what was counted until now. */
export const startCounting = async (strapi: Core.Strapi): Promise<void> => {
  await usageCounters(strapi).flush();
  await table(strapi, 'usage').deleteMany({ where: {} as never });
};
