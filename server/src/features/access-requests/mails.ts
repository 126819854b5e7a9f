import { displayNameOf } from '../../host/content-types';
import { sendMail } from '../../host/mail';
import { panelPage } from '../../host/panel';
import { recordTitles } from '../../host/record-titles';
import type { Strapi } from '../../host/strapi';
import { asSystem } from '../../kernel/frame';
import { layOut, momentIn, wordsIn } from '../../kernel/mail';
import { accessOf } from '../access';
import { booksOf } from '../books';
import { membersOf, type Member } from '../members';
import type { AccessRequest, AccessRequestsRepository } from './access-requests.repository';
import { WORDS } from './words';

/** Where requests are answered. */
const PANEL_PAGE = '/plugins/roster/account?tab=requests';

/** Tells whoever may answer that somebody asks, and whoever asked what was answered. */
export const createAccessRequestMails = (strapi: Strapi, repository: AccessRequestsRepository) => {
  /** The owner of the record, who knows it best; else those who administrate the team. */
  const answerersOf = async ({ role, type, record, member }: AccessRequest): Promise<readonly Member[]> => {
    const owner = role === null ? (await booksOf(strapi).ownership(type, record)).owner : null;
    const person = owner === null || owner === member ? null : await membersOf(strapi).find(owner);
    if (person?.status === 'active') return [person];
    const admins = (await membersOf(strapi).admins()).flatMap(({ documentId }) => (documentId === null || documentId === member ? [] : [documentId]));
    return membersOf(strapi).among(admins);
  };

  /** What is asked for, in the words of a reader who may know. */
  const wantedIn = async ({ role, type, record }: AccessRequest, language: string): Promise<string> => {
    const words = wordsIn(WORDS, language);
    return role === null ? words.record(displayNameOf(strapi, type), (await recordTitles(strapi, type, [record]))(record)) : words.role((await accessOf(strapi).labels()).in(role, language));
  };

  const momentOf = (language: string, moment: Date | string): string => momentIn(wordsIn(WORDS, language) === WORDS.en ? 'en' : language, new Date(moment));

  const ask = async (request: AccessRequest, member: Member, to: Member): Promise<void> => {
    const language = to.language ?? 'en';
    const words = wordsIn(WORDS, language);
    const asked = words.asked(member.name, member.email, await wantedIn(request, language), momentOf(language, request.endsAt));
    const button = { label: words.button, link: panelPage(strapi, PANEL_PAGE) };
    await sendMail(strapi, { to: to.email, ...layOut({ subject: words.askedSubject(member.name), lines: [words.greeting(to.name), asked, words.reason(request.reason)], button, end: [] }) });
  };

  return {
    /** A record that is not there is asked for in vain: nobody hears of it. */
    tellOfAsking: (documentId: string): Promise<void> =>
      asSystem(async () => {
        const request = await repository.find(documentId);
        const member = request && (await membersOf(strapi).find(request.member));
        if (!request || !member || !(await repository.isThere(request))) return;
        for (const to of await answerersOf(request)) await ask(request, member, to);
      }),

    tellOfAnswer: (documentId: string): Promise<void> =>
      asSystem(async () => {
        const request = await repository.find(documentId);
        const member = request && (await membersOf(strapi).find(request.member));
        if (!request || !member) return;
        const language = member.language ?? 'en';
        const words = wordsIn(WORDS, language);
        const isApproved = request.status === 'approved';
        // Who was refused a record is not told what it is called.
        const wanted = isApproved || request.role !== null ? await wantedIn(request, language) : words.record(displayNameOf(strapi, request.type), request.record);
        const said = isApproved ? words.approved(wanted, momentOf(language, request.endsAt)) : words.declined(wanted);
        const lines = [words.greeting(member.name), said, ...(request.note ? [words.note(request.note)] : [])];
        await sendMail(strapi, { to: member.email, ...layOut({ subject: isApproved ? words.approvedSubject : words.declinedSubject, lines, end: [] }) });
      }),
  };
};

export type AccessRequestMails = ReturnType<typeof createAccessRequestMails>;
