import { createPort } from './port';

/** A write of a record of a governed type, whoever makes it: in its transaction, checked already. */
export interface RecordWrite {
  readonly type: string;
  /** As the document service names it: `create`, `update`, `clone`, `publish`, `unpublish`, `discardDraft`, `delete`. */
  readonly action: string;
  /** Not for `create`; the source of a `clone`. */
  readonly record: string | undefined;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** Looks at rows before and after a write. It runs as the system, and what it throws undoes the write. */
export type AroundWrite = (write: RecordWrite, run: () => Promise<unknown>) => Promise<unknown>;

/** What features to the left of enforcement do around every write of a governed record; the first is the outermost. */
export const aroundWritePort = createPort<AroundWrite[]>('around writes', () => []);

/** Carries out a write with everything that is around it. */
export const withAround = (hooks: readonly AroundWrite[], write: RecordWrite, run: () => Promise<unknown>): Promise<unknown> =>
  hooks.reduceRight<() => Promise<unknown>>((inner, hook) => () => hook(write, inner), run)();
