import { sendMail } from '../../host/mail';
import { displayNameOf, titleFieldOf } from '../../host/content-types';
import { recordValues } from '../../host/record-values';
import type { Strapi } from '../../host/strapi';
import { membersOf } from '../members';
import type { Job } from './job';
import type { StagedMoves } from './moves.repository';

const SHOWN = 20;

export type Digest = (job: Job) => Promise<void>;

/** Tells each new owner once what he has been given, with the note that was left for him. A mail that fails undoes nothing. */
export const createDigest = (strapi: Strapi, staged: StagedMoves): Digest => {
  const titlesFor = async (job: Job, member: string): Promise<string[]> => {
    const records = await staged.firstTo(job.documentId, member, SHOWN);
    const title = titleFieldOf(strapi, job.type);
    return (await recordValues(strapi, job.type, records, [title])).map((row) => (row[title] as string | null) ?? row.documentId);
  };

  return async (job) => {
    const counts = new Map<string, number>();
    for (const { to, count } of job.flows) if (to !== null) counts.set(to, (counts.get(to) ?? 0) + count);
    const type = displayNameOf(strapi, job.type);
    for (const member of await membersOf(strapi).among([...counts.keys()])) {
      const count = counts.get(member.documentId) ?? 0;
      const titles = await titlesFor(job, member.documentId);
      const rest = count > titles.length ? [`… and ${count - titles.length} more`] : [];
      const text = [`Hello ${member.name},`, `${count} × ${type} in your book from now on:`, [...titles.map((title) => `- ${title}`), ...rest].join('\n'), ...(job.note === null ? [] : [job.note])].join('\n\n');
      await sendMail(strapi, { to: member.email, subject: `${count} × ${type} for you`, text });
    }
  };
};
