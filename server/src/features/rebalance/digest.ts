import { sendMail } from '../../host/mail';
import { displayNameOf } from '../../host/content-types';
import { recordTitles } from '../../host/record-titles';
import type { Strapi } from '../../host/strapi';
import { membersOf } from '../members';
import type { Job } from './job';
import type { StagedMoves } from './moves.repository';

const SHOWN = 20;

export type Digest = (job: Job) => Promise<void>;

/** Tells each new owner once what he has been given, with the note that was left for him. A mail that fails undoes nothing. */
export const createDigest = (strapi: Strapi, staged: StagedMoves): Digest => {
  /** The first records that go to each. */
  const firstOf = async ({ documentId, total }: Job): Promise<ReadonlyMap<string, readonly string[]>> => {
    const first = new Map<string, string[]>();
    for await (const part of staged.parts(documentId, total)) {
      for (const { record, to } of part) {
        const list = first.get(to ?? '') ?? [];
        if (list.length < SHOWN) first.set(to ?? '', [...list, record]);
      }
    }
    return first;
  };

  const titlesOf = async ({ type }: Job, records: readonly string[]): Promise<string[]> => records.map(await recordTitles(strapi, type, records));

  return async (job) => {
    const counts = new Map<string, number>();
    for (const { to, count } of job.flows) if (to !== null) counts.set(to, (counts.get(to) ?? 0) + count);
    const records = await firstOf(job);
    const type = displayNameOf(strapi, job.type);
    for (const member of await membersOf(strapi).among([...counts.keys()])) {
      const count = counts.get(member.documentId) ?? 0;
      const titles = await titlesOf(job, records.get(member.documentId) ?? []);
      const rest = count > titles.length ? [`… and ${count - titles.length} more`] : [];
      const text = [`Hello ${member.name},`, `${count} × ${type} in your book from now on:`, [...titles.map((title) => `- ${title}`), ...rest].join('\n'), ...(job.note === null ? [] : [job.note])].join('\n\n');
      await sendMail(strapi, { to: member.email, subject: `${count} × ${type} for you`, text });
    }
  };
};
