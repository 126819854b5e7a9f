/** A call of the document service, as its middlewares see it. */
export interface DocumentContext {
  readonly uid: string;
  readonly action: string;
  params: { documentId?: string; data?: Record<string, unknown> };
}

export type Next = () => Promise<unknown>;

/** documentId of the record that a call wrote, or was to write. */
export const writtenRecord = (context: DocumentContext, result: unknown): string | undefined =>
  context.action === 'create' || context.action === 'clone' ? (result as { documentId?: string } | null)?.documentId : context.params.documentId;
