import type { CheckAnswers } from '../../contracts/http-check';
import type { Matrix } from '../../contracts/http-matrix';
import type { Me } from '../../contracts/http-me';
import type { MembersPage, MembersQuery } from '../../contracts/http-members';
import type { Owners } from '../../contracts/http-owners';
import type { ShareInfo } from '../../contracts/http-shares';
import type { Action, Feature } from './can';
import { createSend, type ClientOptions } from './http';

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

const queryOf = (values: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
};

/**
 * What an app asks the plugin. It works in a browser and in Node, with nothing but `fetch`.
 * Every method throws a `RosterError` for an answer that is not a success.
 */
export const createRosterClient = (options: ClientOptions) => {
  const send = createSend(options);
  const recordAt = (type: string, record: string) => `/records/${encodeURIComponent(type)}/${encodeURIComponent(record)}`;
  const dataOf = async <T>(answer: Promise<{ data: T }>): Promise<T> => (await answer).data;

  const check = async (questions: readonly Question[]): Promise<CheckAnswers> => {
    const answers: CheckAnswers = [];
    for (let start = 0; start < questions.length; start += MOST_QUESTIONS) {
      const part = { questions: questions.slice(start, start + MOST_QUESTIONS) };
      answers.push(...(await dataOf(send<{ data: CheckAnswers }>('POST', '/check', part))));
    }
    return answers;
  };

  return {
    /** Who one is to the team, and what one may do: for `can(me, feature, action)`. */
    me: () => dataOf(send<{ data: Me }>('GET', '/me')),

    /** Answers any number of questions, in their order. */
    check,

    /** Answers one question: may I, at all or with this record? */
    may: async (question: Question): Promise<boolean> => (await check([question]))[0]?.allowed ?? false,

    /** Features, actions, roles and cells. For whoever may view the team. */
    matrix: () => dataOf(send<{ data: Matrix }>('GET', '/matrix')),

    /** A page of the team. For whoever may view it. */
    members: (query: MembersQuery = {}) => send<MembersPage>('GET', `/members${queryOf(query)}`),

    /** Who owns a record that one sees. Changes are for whoever manages the team; each answers with the owners that are then. */
    owners: {
      of: (type: string, record: string) => dataOf(send<{ data: Owners }>('GET', `${recordAt(type, record)}/owner`)),
      /** documentId of a member, or null for nobody. */
      set: (type: string, record: string, owner: string | null) => dataOf(send<{ data: Owners }>('PUT', `${recordAt(type, record)}/owner`, { owner })),
      add: (type: string, record: string, coOwner: string) => dataOf(send<{ data: Owners }>('POST', `${recordAt(type, record)}/co-owners`, { coOwner })),
      remove: (type: string, record: string, coOwner: string) => dataOf(send<{ data: Owners }>('DELETE', `${recordAt(type, record)}/co-owners/${encodeURIComponent(coOwner)}`)),
    },

    /** With whom a record that one sees is shared now, to view. Changes are for its owner, and for whoever manages the team. */
    shares: {
      of: (type: string, record: string) => dataOf(send<{ data: ShareInfo[] }>('GET', `${recordAt(type, record)}/shares`)),
      /** documentId of a member, and until when: without an end it lasts until it is taken away. */
      add: (type: string, record: string, member: string, endsAt?: Date) =>
        dataOf(send<{ data: ShareInfo[] }>('POST', `${recordAt(type, record)}/shares`, { member, ...(endsAt && { endsAt: endsAt.toISOString() }) })),
      remove: (type: string, record: string, member: string) => dataOf(send<{ data: ShareInfo[] }>('DELETE', `${recordAt(type, record)}/shares/${encodeURIComponent(member)}`)),
    },
  };
};

export type RosterClient = ReturnType<typeof createRosterClient>;

export { can, scopesOf } from './can';
export { isRosterError } from './errors';
export type { Action, Feature } from './can';
export type { CodedError, ErrorDetails, HttpError, RosterError } from './errors';
export type { ClientOptions } from './http';
export type { ErrorCode } from '../../contracts/errors';
export type { CheckAnswers, Matrix, Me, MembersPage, MembersQuery, Owners, ShareInfo };
