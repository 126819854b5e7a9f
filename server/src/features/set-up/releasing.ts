import type { Released } from '../../../../contracts/http-set-up';
import type { Strapi } from '../../host/strapi';
import { auditActor, memberIn, type Actor } from '../../kernel/actor';
import { breathe } from '../../kernel/breathe';
import { booksOf } from '../books';
import { membersOf } from '../members';

/** Members of one call. */
const PAGE = 100;

/** Takes out again those of whom nothing is known but that they were adopted; never whoever asks for it. */
export const releaseAdopted = async (strapi: Strapi, actor: Actor): Promise<Released> => {
  const adopted = (await membersOf(strapi).adopted()).filter(({ documentId }) => documentId !== memberIn(actor)?.documentId);
  const held = await booksOf(strapi).entryCounts(adopted.map(({ documentId }) => documentId));
  const free = adopted.filter(({ documentId }) => !held.has(documentId));
  const page = free.slice(0, PAGE);
  for (const member of page) {
    await membersOf(strapi).release(member, auditActor(actor));
    await breathe();
  }
  return { released: page.length, kept: adopted.length - free.length, isDone: page.length === free.length };
};
