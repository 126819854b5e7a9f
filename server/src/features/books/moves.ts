import { lockRows } from '../../host/row-lock';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { asConflict } from '../../host/unique-violation';
import { breathe } from '../../kernel/breathe';
import { RosterError } from '../../kernel/errors';
import { asSystem } from '../../kernel/frame';
import { groupBy } from '../../kernel/group-by';
import { recordPort, type AuditActor, type AuditFact } from '../../kernel/record';
import type { BooksRepository, Entry } from './books.repository';
import { BY_HAND, type Cause } from './cause';
import type { Source } from './content-types/entry';
import { assertMayOwn, assertOwns } from './eligibility';
import { createHistory, type Assignment } from './history';
import { createMovesRepository } from './moves.repository';

/** A record that goes from one owner to another; null is nobody. */
export interface Move {
  readonly record: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Who helps from now on besides; whoever owns or helps already is left out. */
  readonly coOwners?: readonly string[];
  readonly cause?: Cause;
  /** How the new owner comes by the record, where it is not by the cause: what is put back is as it was. */
  readonly seat?: { readonly source: Source | null; readonly rule: string | null };
}

/** On whose word, and in which job. */
export interface Word {
  readonly by: AuditActor;
  /** documentId of the job: then one audit entry tells of all its moves. */
  readonly batch?: string;
}

const seatOf = ({ seat, cause = BY_HAND }: Move) => seat ?? { source: cause.source, rule: cause.rule?.documentId ?? null };
const causeOf = ({ cause = BY_HAND }: Move): Cause => cause;

/** Those who come to help and do not yet. */
const helpersOf = (move: Move, entries: readonly Entry[]): string[] =>
  [...new Set(move.coOwners ?? [])].filter((member) => member !== move.to && !entries.some((entry) => entry.member === member && entry.kind === 'co-owner'));

/** What the audit log says of moves: of a job, all of them in one entry. */
const changesTold = (type: string, moves: readonly Move[], { by, batch }: Word): AuditFact[] => {
  if (moves.length === 0) return [];
  if (batch !== undefined) {
    const list = moves.map(({ record, from, to }) => ({ record, from, to }));
    return [{ action: 'owners.changed', actor: by, target: { type, id: batch }, details: { moves: list } }];
  }
  return moves.map((move) => {
    const { source, rule } = causeOf(move);
    const details = { from: move.from, to: move.to, source, ...(rule && { rule: rule.documentId }) };
    return { action: 'owner.changed', actor: by, target: { type, id: move.record }, details };
  });
};

const helperTold = (type: string, { record }: Move, member: string, { by }: Word): AuditFact => ({ action: 'co-owner.added', actor: by, target: { type, id: record }, details: { member } });

/** Many changes of owners in one transaction, by a few statements for all of them: whole or not at all. */
export const createMoves = (strapi: Strapi, repository: BooksRepository) => {
  const history = createHistory(strapi);
  const many = createMovesRepository(strapi);

  const assertFresh = (moves: readonly Move[], entries: ReadonlyMap<string, readonly Entry[]>): void => {
    const ownerOf = (record: string) => entries.get(record)?.find(({ kind }) => kind === 'owner')?.member ?? null;
    const stale = moves.findIndex(({ record, from }) => ownerOf(record) !== from);
    if (stale >= 0) throw new RosterError('CONFLICT', 'The record has another owner by now.', { path: `[${stale}].record`, record: moves[stale]?.record });
  };

  /** Those that are there are held; to hold those that are not would hold the gaps between others on MySQL. */
  const entriesOf = async (type: string, moves: readonly Move[]): Promise<Entry[]> => {
    const read = (isOwned: boolean, by: typeof repository.ofAll) => {
      const records = moves.filter(({ from }) => (from !== null) === isOwned).map(({ record }) => record);
      return records.length > 0 ? by(type, records) : [];
    };
    return [...(await read(true, repository.holdAll)), ...(await read(false, repository.ofAll))];
  };

  const seatAll = async (type: string, moves: readonly Move[], entries: ReadonlyMap<string, readonly Entry[]>): Promise<void> => {
    const isHelped = ({ record, to }: Move) => (entries.get(record) ?? []).some(({ kind, member }) => kind === 'co-owner' && member === to);
    for (const group of groupBy(moves, (move) => `${move.to} ${seatOf(move).source} ${seatOf(move).rule}`).values()) {
      const [first] = group as [Move];
      const records = group.map(({ record }) => record);
      if (first.to === null) await many.removeOwners(type, records);
      else await many.reseat(type, group.map((move) => ({ ...move, isHelped: isHelped(move) })), first.to, seatOf(first));
      await repository.project(type, records, first.to);
      await breathe();
    }
  };

  const carryOut = async (type: string, moves: readonly Move[], word: Word): Promise<void> => {
    const records = moves.map(({ record }) => record);
    // The rows first, like every write of a document: one that publishes meanwhile makes rows, and carries the owner over.
    await lockRows(strapi, type, { documentId: { $in: records } });
    const entries = groupBy(await entriesOf(type, moves), ({ record }) => record);
    assertFresh(moves, entries);
    // What is put back goes to whoever had it, who may be gone by now: then it is in limbo, as it was.
    const given = moves.filter(({ seat }) => seat === undefined);
    await assertMayOwn(strapi, given.flatMap(({ to, coOwners = [] }) => [...(to === null ? [] : [to]), ...coOwners]), 'owner');
    const changed = moves.filter(({ from, to }) => from !== to);
    await seatAll(type, changed, entries);
    const helpers = moves.flatMap((move) => helpersOf(move, entries.get(move.record) ?? []).map((member) => ({ member, move })));
    await repository.add(helpers.map(({ member, move }) => ({ type, record: move.record, member, kind: 'co-owner' as const })));
    const line = (move: Move, rest: Pick<Assignment, 'seat' | 'from' | 'to'>): Assignment => ({ type, record: move.record, ...rest, by: word.by, cause: { ...causeOf(move), ...(word.batch !== undefined && { batch: word.batch }) } });
    await history.write([
      ...changed.map((move) => line(move, { seat: 'owner', from: move.from, to: move.to })),
      ...helpers.map(({ member, move }) => line(move, { seat: 'co-owner', from: null, to: member })),
    ]);
    await breathe();
    await recordPort.of(strapi)(...changesTold(type, changed, word), ...helpers.map(({ member, move }) => helperTold(type, move, member, word)));
  };

  return {
    /**
     * Carries out moves of records whose `from` is still the owner.
     * @throws RosterError UNKNOWN_TYPE, UNKNOWN_MEMBER, CANNOT_OWN; CONFLICT naming the first record that has another owner by now
     */
    async move(type: string, list: readonly Move[], word: Word): Promise<void> {
      assertOwns(strapi, type);
      const moves = list.filter(({ from, to, coOwners = [] }) => from !== to || coOwners.length > 0);
      if (moves.length === 0) return;
      await asConflict(() => asSystem(() => transaction(strapi, () => carryOut(type, moves, word))));
    },
  };
};
