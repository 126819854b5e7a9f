import type { JOB_KINDS, JOB_STATUSES } from '../../../../contracts/http-rebalance';
import type { Flow } from '../assignment';
import type { Source, Reason } from '../books';

export type JobStatus = (typeof JOB_STATUSES)[number];

export type JobKind = (typeof JOB_KINDS)[number];

export interface Job {
  readonly documentId: string;
  readonly kind: JobKind;
  readonly type: string;
  readonly status: JobStatus;
  readonly token: string;
  readonly plannedAt: Date;
  readonly createdAt: Date;
  readonly examined: number;
  readonly total: number;
  readonly done: number;
  readonly flows: readonly Flow[];
  readonly note: string | null;
  readonly createdByMember: string | null;
  readonly undoes: string | null;
  readonly error: { readonly code: string; readonly record: string | null } | null;
}

/** A record of a job, and what is needed to put it back. */
export interface StagedMove {
  readonly record: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromSource: Source | null;
  readonly fromRule: string | null;
  readonly helped: boolean;
  /** How the new owner comes by it. */
  readonly source: Source;
  readonly rule: { readonly documentId: string; readonly name: string } | null;
  readonly reasons: readonly Reason[];
}
