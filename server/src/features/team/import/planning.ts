import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { auditActor, type Actor } from '../../../kernel/actor';
import { breathe } from '../../../kernel/breathe';
import { clockPort } from '../../../kernel/clock';
import { asSystem } from '../../../kernel/frame';
import { createDocumentId } from '../../../kernel/ids';
import { judge } from './domain/judge';
import type { PersonRow } from './domain/people';
import type { ImportsRepository } from './imports.repository';
import { knownOf } from './knowing';
import { readPeople } from './reading';
import type { ImportRow, RowsRepository } from './rows.repository';

const DAY_MS = 24 * 3_600_000;

/** Addresses of people are not kept for ever: of a plan that nobody starts for a day, of an import for a month. */
const LIFE_MS = { planned: DAY_MS, over: 30 * DAY_MS } as const;

const LONGEST_NAME = 191;

/** Rows that are judged at once; between them others are served. */
const CHUNK = 1_000;

/** Reads a file of people and keeps what each row would become. */
export const createPlanning = (strapi: Strapi, { imports, rows }: { readonly imports: ImportsRepository; readonly rows: RowsRepository }) => {
  const judged = async (people: readonly PersonRow[], actor: Actor): Promise<ImportRow[]> => {
    const known = await knownOf(strapi, actor, people);
    const list: ImportRow[] = [];
    for (const [position, { fault, ...person }] of people.entries()) {
      const reason = judge({ ...person, fault }, known);
      list.push({ ...person, position, reason, status: reason === null ? 'ready' : 'refused' });
      if (position % CHUNK === CHUNK - 1) await breathe();
    }
    return list;
  };

  const discardOld = async (): Promise<void> => {
    const now = clockPort.of(strapi)().getTime();
    const old = await imports.before({ planned: new Date(now - LIFE_MS.planned), over: new Date(now - LIFE_MS.over) });
    if (old.length === 0) return;
    await rows.remove(old);
    await imports.remove(old);
  };

  /** documentId of the plan. @throws RosterError FILE_UNREADABLE, FILE_COLUMNS, FILE_TOO_LARGE */
  return ({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string | null }, actor: Actor): Promise<string> =>
    asSystem(async () => {
      const people = await readPeople(bytes);
      await breathe();
      const list = await judged(people, actor);
      const documentId = createDocumentId();
      await transaction(strapi, async () => {
        await discardOld();
        await imports.insert({ documentId, file: name?.slice(0, LONGEST_NAME) ?? null, total: list.length, actor: auditActor(actor) });
        await rows.insert(documentId, list);
      });
      return documentId;
    });
};
