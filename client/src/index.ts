import type { CheckAnswers } from '../../contracts/http-check';
import type { Matrix } from '../../contracts/http-matrix';
import type { Me } from '../../contracts/http-me';
import type { MembersPage, MembersQuery } from '../../contracts/http-members';
import type { Pictures, Profile, ProfileChanges } from '../../contracts/http-profile';
import { accessRequestsOf } from './access-requests';
import { accountOf } from './account';
import { booksOf } from './books';
import type { Action, Feature } from './can';
import { createSend, dataOf, queryOf, type ClientOptions } from './http';
import { invitationsOf } from './invitations';
import { recordsOf } from './records';
import { sessionsOf } from './sessions';

/** One question about oneself: at all, or about one record. */
export interface Question {
  /** Without it, the feature that governs `type`. */
  readonly feature?: Feature;
  readonly action: Action;
  /** uid of a content type with a binding. */
  readonly type?: string;
  /** documentId of a record of that type. */
  readonly record?: string;
}

const MOST_QUESTIONS = 500;

/**
 * What an app asks the plugin. It works in a browser and in Node, with nothing but `fetch`.
 * Every method throws a `RosterError` for an answer that is not a success.
 */
export const createRosterClient = (options: ClientOptions) => {
  const send = createSend(options);

  const check = async (questions: readonly Question[]): Promise<CheckAnswers> => {
    const answers: CheckAnswers = [];
    for (let start = 0; start < questions.length; start += MOST_QUESTIONS) {
      const part = { questions: questions.slice(start, start + MOST_QUESTIONS) };
      answers.push(...(await dataOf<CheckAnswers>(send('POST', '/check', part))));
    }
    return answers;
  };

  return {
    /** Who one is to the team, and what one may do: for `can(me, feature, action)`. */
    me: () => dataOf<Me>(send('GET', '/me')),

    /** Answers any number of questions, in their order. */
    check,

    /** Answers one question: may I, at all or with this record? */
    may: async (question: Question): Promise<boolean> => (await check([question]))[0]?.allowed ?? false,

    /** Features, actions, roles and cells. For whoever may view the team. */
    matrix: () => dataOf<Matrix>(send('GET', '/matrix')),

    /** A page of the team. For whoever may view it. */
    members: (query: MembersQuery = {}) => send<MembersPage>('GET', `/members${queryOf(query)}`),

    ...accountOf(send),
    ...accessRequestsOf(send),
    ...recordsOf(send),
    ...booksOf(send),
    ...invitationsOf(send),
    ...sessionsOf(send),
  };
};

export type RosterClient = ReturnType<typeof createRosterClient>;

export { can, scopesOf } from './can';
export { isRosterError } from './errors';
export { myBook } from './records';
export type { Action, Feature } from './can';
export type { CodedError, ErrorDetails, HttpError, RosterError } from './errors';
export type { ClientOptions } from './http';
export type { ErrorCode } from '../../contracts/errors';
export type { CheckAnswers, Matrix, Me, MembersPage, MembersQuery, Pictures, Profile, ProfileChanges };
export type { AccessRequestInfo, AskForAccess, MyAccessRequests } from '../../contracts/http-access-requests';
export type { AccountInfo } from '../../contracts/http-account';
export type { JoinInput, JoinPreview, LinkPreview, LinkSession, OpenWays } from '../../contracts/http-ways-in';
export type { BooksInfo } from '../../contracts/http-availability';
export type { Abilities, WhyVisible } from '../../contracts/http-check';
export type { Candidate, OwnerChange, Owners, OwnersOfMany } from '../../contracts/http-owners';
export type { JobAnswer, JobInfo, MovesPage, PlanInput } from '../../contracts/http-rebalance';
export type { ImportInfo, ImportRowsPage } from '../../contracts/http-imports';
export type { InvitationInfo, InvitationsPage, InviteRequest } from '../../contracts/http-invitations';
export type { MovePreview, RuleInfo, RuleInput } from '../../contracts/http-rules';
export type { ShareCandidate, ShareInfo } from '../../contracts/http-shares';
