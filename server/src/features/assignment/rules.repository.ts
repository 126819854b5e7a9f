import { own, type Strapi } from '../../host/strapi';
import { holdRow } from '../../host/row-lock';
import { createDocumentId } from '../../kernel/ids';
import type { Rule } from './rule';

const RULE = own('rule');
const RULEBOOK = own('rulebook');

interface Stored extends Omit<Rule, 'when' | 'target' | 'startsAt' | 'endsAt'> {
  readonly when: string;
  readonly target: string;
  readonly startsAt: Date | string | null;
  readonly endsAt: Date | string | null;
}

const dateOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));

const toRule = ({ when, target, startsAt, endsAt, ...rest }: Stored): Rule => ({
  ...rest,
  when: JSON.parse(when) as Rule['when'],
  target: JSON.parse(target) as Rule['target'],
  startsAt: dateOf(startsAt),
  endsAt: dateOf(endsAt),
});

type Values = Omit<Rule, 'documentId' | 'position'>;

const toRow = ({ when, target, startsAt, endsAt, ...rest }: Values) => ({
  ...rest,
  when: JSON.stringify(when),
  target: JSON.stringify(target),
  startsAt: startsAt?.toISOString() ?? null,
  endsAt: endsAt?.toISOString() ?? null,
});

export const createRulesRepository = (strapi: Strapi) => {
  const rules = () => strapi.db.query(RULE);
  const rulebooks = () => strapi.db.query(RULEBOOK);

  return {
    /** In their order; of all types without one. */
    async list(type?: string): Promise<Rule[]> {
      const rows = await rules().findMany({ where: type === undefined ? {} : { type }, orderBy: [{ type: 'asc' }, { position: 'asc' }, { id: 'asc' }] });
      return (rows as unknown as Stored[]).map(toRule);
    },

    async find(documentId: string): Promise<Rule | null> {
      const row = (await rules().findOne({ where: { documentId } })) as unknown as Stored | null;
      return row && toRule(row);
    },

    async insert(values: Values, position: number): Promise<string> {
      const documentId = createDocumentId();
      await rules().create({ data: { ...toRow(values), position, documentId } as never });
      return documentId;
    },

    async update(documentId: string, values: Values): Promise<void> {
      await rules().updateMany({ where: { documentId }, data: toRow(values) as never });
    },

    async setPosition(documentId: string, position: number): Promise<void> {
      await rules().updateMany({ where: { documentId }, data: { position } });
    },

    async remove(documentId: string): Promise<void> {
      await rules().deleteMany({ where: { documentId } });
    },

    /** undefined for a type that never had a rule. */
    async stamp(type: string): Promise<string | undefined> {
      return ((await rulebooks().findOne({ where: { type }, select: ['stamp'] })) as { stamp: string } | null)?.stamp;
    },

    /** Holds the rules of a type until the transaction ends: changes of their order come one after the other. */
    hold: (type: string): Promise<void> => holdRow(strapi, RULEBOOK, { type }, { stamp: createDocumentId() }),

    /** Has every node compile the rules of a type again. */
    async renew(type: string): Promise<void> {
      await rulebooks().updateMany({ where: { type }, data: { stamp: createDocumentId() } });
    },
  };
};

export type RulesRepository = ReturnType<typeof createRulesRepository>;
