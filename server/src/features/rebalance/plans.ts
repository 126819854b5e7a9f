import { createHash } from 'node:crypto';
import type { PlanRequest } from '../../../../contracts/http-rebalance';
import { changedSince } from '../../host/changed-since';
import { listRecords } from '../../host/record-list';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { Binding } from '../../kernel/binding';
import { breathe } from '../../kernel/breathe';
import { clockPort } from '../../kernel/clock';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import type { Predicate } from '../../kernel/predicate';
import { booksOf, possibleOwners } from '../books';
import { flowsOf } from '../assignment';
import type { Job, StagedMove } from './job';
import type { JobsRepository } from './jobs.repository';
import type { StagedMoves } from './moves.repository';
import { planMoves, stageGoals } from './planner';

/** A plan that nobody has started for so long is stale, and its rows are many. */
const PLAN_LIFE_MS = 7 * 24 * 3_600_000;

/** Records and who is to have each. */
export interface Goals extends Pick<Job, 'kind' | 'type' | 'plannedAt' | 'examined' | 'createdByMember'> {
  readonly goals: readonly { readonly record: string; readonly to: string }[];
}

/** Moves that are gone through at once. */
const HASHED = 5_000;

/** The plan by its content: what somebody saw is what is carried out. */
const tokenOf = async (moves: readonly StagedMove[]): Promise<string> => {
  const hash = createHash('sha256');
  for (let start = 0; start < moves.length; start += HASHED) {
    for (const { record, from, to } of moves.slice(start, start + HASHED)) hash.update(`${record} ${from} ${to}\n`);
    await breathe();
  }
  return hash.digest('base64url');
};

/** What takes a move back. */
const wayBack = ({ record, from, to, fromSource, fromRule, helped }: StagedMove, source: StagedMove['source']): StagedMove => ({ record, from: to, to: from, fromSource, fromRule, helped, source, rule: null, reasons: [] });

const assertMembers = async (strapi: Strapi, by: PlanRequest['by']): Promise<void> => {
  if ('rules' in by) return;
  const able = new Set((await possibleOwners(strapi)).map(({ documentId }) => documentId));
  if ('member' in by && !able.has(by.member)) throw new RosterError('CANNOT_OWN', undefined, { path: 'data.by.member' });
  const wrong = 'members' in by ? by.members.findIndex((member) => !able.has(member)) : -1;
  if (wrong >= 0) throw new RosterError('CANNOT_OWN', undefined, { path: `data.by.members[${wrong}]` });
};

/** Plans: made and kept, so that what was seen is what is carried out, or nothing. */
export const createPlans = (strapi: Strapi, jobs: JobsRepository, staged: StagedMoves) => {
  const discardOld = async (): Promise<void> => {
    const old = await jobs.plannedBefore(new Date(clockPort.of(strapi)().getTime() - PLAN_LIFE_MS));
    if (old.length === 0) return;
    await staged.remove(old);
    await jobs.remove(old);
  };

  const keep = async (job: Omit<Job, 'documentId' | 'createdAt' | 'error' | 'done' | 'token' | 'total' | 'flows' | 'status'>, moves: readonly StagedMove[]): Promise<string> => {
    const documentId = jobs.newId();
    const token = await tokenOf(moves);
    await transaction(strapi, async () => {
      await discardOld();
      await jobs.insert({ ...job, status: 'planned', token, total: moves.length, flows: flowsOf(moves) }, documentId);
      await staged.insert(documentId, moves);
    });
    return documentId;
  };

  return {
    /** @throws RosterError CANNOT_OWN, NOT_FOUND */
    make: (binding: Binding, request: PlanRequest, { within, createdByMember }: { within: Predicate; createdByMember: string | null }): Promise<string> =>
      asSystem(async () => {
        await assertMembers(strapi, request.by);
        const plannedAt = clockPort.of(strapi)();
        const { examined, moves } = await planMoves(strapi, binding, request, within);
        return keep({ kind: 'rebalance', type: binding.type, plannedAt, examined, note: request.note, createdByMember, undoes: null }, moves);
      }),

    /** A plan that was made elsewhere: which records go to whom. */
    keep: async ({ goals, ...job }: Goals): Promise<string> => keep({ ...job, note: null, undoes: null }, await stageGoals(strapi, job.type, goals.map((goal) => ({ ...goal, source: job.kind, rule: null, reasons: [] })))),

    /** The way back of a job, as far as it was carried out, last move first. */
    reverse: (job: Job, createdByMember: string | null): Promise<string> =>
      asSystem(async () => {
        const plannedAt = clockPort.of(strapi)();
        const moves: StagedMove[] = [];
        for await (const part of staged.parts(job.documentId, job.done)) moves.push(...part.map((move) => wayBack(move, job.kind)));
        moves.reverse();
        return keep({ kind: job.kind, type: job.type, plannedAt, examined: moves.length, note: null, createdByMember, undoes: job.documentId }, moves);
      }),

    /** Nobody carries out, or takes back, what he does not see all of. @throws RosterError OUT_OF_SCOPE */
    assertSeen: async (job: Job, within: Predicate): Promise<void> => {
      if (within.kind === 'always') return;
      for await (const part of staged.parts(job.documentId, job.total)) {
        const among = part.map(({ record }) => record);
        const seen = await listRecords(strapi, job.type, { owners: 'anybody', within, among });
        if (seen.length < among.length) throw new RosterError('OUT_OF_SCOPE', 'Some of these records are not yours to see.', { path: 'job' });
      }
    },

    /** @throws RosterError CONFLICT naming the first record that changed, or changed hands, since the plan was made */
    assertFresh: async (job: Job): Promise<void> => {
      for await (const part of staged.parts(job.documentId, job.total)) {
        const records = part.map(({ record }) => record);
        const owners = new Map((await booksOf(strapi).entriesOf(job.type, records)).filter(({ kind }) => kind === 'owner').map(({ record, member }) => [record, member]));
        const moved = part.find(({ record, from }) => (owners.get(record) ?? null) !== from)?.record;
        const changed = moved ?? (job.undoes === null ? await changedSince(strapi, job.type, records, job.plannedAt) : undefined);
        if (changed !== undefined) throw new RosterError('CONFLICT', 'A record has changed since the plan was made. Plan again.', { path: 'data.token', record: changed });
      }
    },
  };
};
