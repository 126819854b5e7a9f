import '../support/typescript.mjs';

import { stringify } from 'csv-stringify/sync';

import { interleave } from '../support/interleave.mjs';
import { summarize, summarizeRatio } from '../support/stats.mjs';

const ROWS = 20_000;
const PAGE = 500;

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const NAMES = ['Ana "the boss" Lima', 'Søren, K.', '=SUM(A1)', 'Müller', 'أحمد', '😀 Corp'];

const rowOf = (number) => ({
  place: number,
  eventId: `6a1c7c7e-0000-4000-8000-${String(number).padStart(12, '0')}`,
  occurredAt: new Date(1_780_000_000_000 + number * 1000).toISOString(),
  action: 'record.updated',
  outcome: 'done',
  actorName: NAMES[number % NAMES.length],
  target: `record${number}`,
  ip: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64), like "others"',
  details: { changes: [{ field: 'name', before: 'one', after: NAMES[(number + 1) % NAMES.length] }] },
});

/** The same rows as CSV, written as an export writes them and by csv-stringify, both guarding against formulas. */
export const measureCsv = async ({ runs }) => {
  const { FORMATS } = await import('../../server/src/features/exports/formats.ts');
  const pages = Array.from({ length: ROWS / PAGE }, (_, page) => Array.from({ length: PAGE }, (__, at) => rowOf(page * PAGE + at)));
  const columns = Object.keys(pages[0][0]);
  const write = {
    roster: (page) => FORMATS.csv.rows(page, columns, false),
    stringify: (page) => stringify(page, { columns, record_delimiter: '\r\n', escape_formulas: true, cast: { object: JSON.stringify } }),
  };
  const sampleOf = (writer) => () => {
    const start = cpuMs();
    let length = 0;
    for (const page of pages) length += writer(page).length;
    if (length === 0) throw new Error('Nothing was written.');
    return ((cpuMs() - start) * 1000) / ROWS;
  };
  const { roster, stringify: other } = await interleave({ roster: sampleOf(write.roster), stringify: sampleOf(write.stringify) }, { rounds: runs, warmUps: 2 });
  return { rowUs: { roster: summarize(roster), stringify: summarize(other) }, times: summarizeRatio(other, roster) };
};
