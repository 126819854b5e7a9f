import { createDocumentId } from '../../kernel/ids';
import type { Ref } from './domain/relation-input';

/**
 * Stand-ins for records that the caller may not see: ids that no record has, so that the host answers
 * in its own words, whatever they are, as for a record that does not exist.
 */
export const createTwins = () => {
  const twinOf = new Map<string, string>();
  let missing = 0;

  return {
    /** Whether anything that was named is hidden. */
    isUsed: () => missing < 0 || twinOf.size > 0,

    of(ref: Ref): Ref {
      if (ref.documentId === undefined) return { ...ref, id: (missing -= 1) };
      const twin = twinOf.get(ref.documentId) ?? createDocumentId();
      twinOf.set(ref.documentId, twin);
      return { ...ref, documentId: twin };
    },

    /** An error of the host's, told with the ids that the caller sent. */
    restore(error: unknown): unknown {
      if (!(error instanceof Error) || twinOf.size === 0) return error;
      const told = (text: string) => [...twinOf].reduce((out, [original, twin]) => out.replaceAll(twin, original), text);
      const detailed = error as Error & { details?: unknown };
      error.message = told(error.message);
      if (detailed.details !== undefined) detailed.details = JSON.parse(told(JSON.stringify(detailed.details)));
      return error;
    },
  };
};

export type Twins = ReturnType<typeof createTwins>;
