import { notingCreatedRows } from '../../host/created-rows';
import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import type { RecordWrite } from '../../kernel/around-write';
import type { Binding } from '../../kernel/binding';
import { asSystem } from '../../kernel/frame';
import { accessOf } from '../access';
import type { Outcome } from './deciding';
import type { Evaluation } from './evaluation';
import type { Rulebooks } from './rulebook';

/** Writes that change what the rules read. Publishing does not: they read the draft. */
const CHANGES = new Set(['create', 'update', 'clone', 'discardDraft']);

/** The record that a write changes; undefined for one that it makes. */
const changedBy = ({ action, record, data }: RecordWrite): string | undefined => {
  if (action === 'clone') return undefined;
  // A locale that is added to a record that is there.
  return action === 'create' ? (data?.['documentId'] as string | undefined) : record;
};

/** When the rules are asked: for every new record, and for one of which a write has changed what a rule reads. */
export const createOccasions = (strapi: Strapi, rulebooks: Rulebooks, evaluation: Evaluation) => {
  const bindingOf = (type: string): Binding | undefined => {
    const binding = accessOf(strapi).registry.bindings.get(type);
    return binding?.owns ? binding : undefined;
  };

  return {
    async around(write: RecordWrite, run: () => Promise<unknown>): Promise<unknown> {
      const binding = bindingOf(write.type);
      if (!binding || !CHANGES.has(write.action)) return run();
      const book = await asSystem(() => rulebooks(write.type));
      if (book.rules.length === 0) return run();
      const changed = changedBy(write);
      if (changed === undefined) {
        return notingCreatedRows(async () => {
          const result = await run();
          const made = (result as { documentId?: string } | null)?.documentId;
          if (made !== undefined) await asSystem(() => evaluation.evaluate(binding, book, made));
          return result;
        });
      }
      if (write.data && !Object.keys(write.data).some((name) => book.roots.has(name))) return run();
      const state = () => asSystem(() => evaluation.state(write.type, book, changed));
      const before = await state();
      const result = await run();
      if ((await state()) !== before) await asSystem(() => evaluation.evaluate(binding, book, changed));
      return result;
    },

    /** Asks the rules about a record that came or changed past the document service, and says what became of it. */
    async offer(type: string, record: string): Promise<Outcome['kind'] | undefined> {
      const binding = bindingOf(type);
      if (!binding) return undefined;
      return asSystem(async () => {
        const book = await rulebooks(type);
        return book.rules.length === 0 ? undefined : transaction(strapi, () => evaluation.evaluate(binding, book, record));
      });
    },
  };
};

export type Occasions = ReturnType<typeof createOccasions>;
