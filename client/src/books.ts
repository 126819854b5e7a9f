import type { BooksInfo } from '../../contracts/http-availability';
import type { JobAnswer, JobInfo, MovesPage, PlanInput } from '../../contracts/http-rebalance';
import type { MovePreview, RuleInfo, RuleInput } from '../../contracts/http-rules';
import { dataOf, pathOf, queryOf, type Send } from './http';

/** How records come to their owners. For whoever views the team; changes are for whoever manages it. */
export const booksOf = (send: Send) => ({
  /** A type's books: who has how much, and what is nobody's. */
  books: (type: string) => send<BooksInfo>('GET', `/books${queryOf({ type })}`),

  /** Assignment rules, in their order. */
  rules: {
    list: (type?: string) => dataOf<RuleInfo[]>(send('GET', `/rules${queryOf({ type })}`)),
    create: (rule: RuleInput) => dataOf<RuleInfo>(send('POST', '/rules', rule)),
    update: (documentId: string, rule: RuleInput) => dataOf<RuleInfo>(send('PUT', pathOf('rules', documentId), rule)),
    remove: (documentId: string) => send<unknown>('DELETE', pathOf('rules', documentId)),
    /** All of a type's, first to last. */
    order: (type: string, rules: readonly string[]) => dataOf<RuleInfo[]>(send('PUT', '/rules/order', { type, rules })),
    /** What a draft would move. Nothing changes. */
    preview: (rule: RuleInput) => dataOf<MovePreview>(send('POST', '/rules/preview', { type: rule.type, rule })),
  },

  /** Whole books that change hands: planned, looked at, carried out, taken back. */
  rebalance: {
    list: () => dataOf<JobInfo[]>(send('GET', '/rebalance')),
    plan: (request: PlanInput) => send<JobAnswer>('POST', '/rebalance/plans', request),
    find: (job: string) => send<JobAnswer>('GET', pathOf('rebalance', job)),
    moves: (job: string, page: { page?: number; pageSize?: number } = {}) => send<MovesPage>('GET', pathOf('rebalance', job, 'moves') + queryOf(page)),
    /** With the token of the plan: what was shown is what is carried out. */
    start: (job: string, token: string) => send<JobAnswer>('POST', pathOf('rebalance', job, 'start'), { token }),
    cancel: (job: string) => send<JobAnswer>('POST', pathOf('rebalance', job, 'cancel'), {}),
    /** Answers with the job that takes it back. */
    undo: (job: string) => send<JobAnswer>('POST', pathOf('rebalance', job, 'undo'), {}),
  },
});
