import { matrixRows } from '../../support/matrix-cases';
import { cellOperations, sampleOf, type CellOperation } from '../../support/operations';
import { CUSTOMER, roster } from '../../support/roster';
import { openSite, type Site } from '../../support/site';
import { SURFACES, type Outcome } from '../../support/surfaces';
import { worldOf, type World } from '../../support/world';

const PERSON: Readonly<Record<string, string>> = { admin: 'ana', director: 'dora', csm: 'carla', viewer: 'vera' };
const OTHER = 'chen';

type Place = 'inside' | 'outside';
type Row = Record<string, unknown>;

const OPERATIONS = cellOperations();
const rows = matrixRows();

const uidOf = (type: string): string => `api::${type}.${type}`;

const reachesOthers = ({ role, feature, scope, type }: CellOperation): boolean => {
  const { isDefinition, isPersonal } = sampleOf(type);
  if (isDefinition) return true;
  return scope === 'all' && (!isPersonal || (rows[role]?.[feature]?.actions.includes('config') ?? false));
};

/** What a scope comes to for a record inside it, and for one outside. What hangs on nothing is created nowhere. */
const expected = (cell: CellOperation): Readonly<Partial<Record<Place, Outcome>>> => {
  const { isDetail, isDefinition } = sampleOf(cell.type);
  const isPlaced = !isDefinition && (cell.operation !== 'create' || isDetail);
  if (cell.scope === 'none') return { inside: 'refused', ...(isPlaced && { outside: 'refused' }) };
  return { inside: 'done', ...(isPlaced && { outside: reachesOthers(cell) ? 'done' : 'missing' }) };
};

/** A new record for every attempt: of this person or, outside, of another one. */
const createRecords = ({ strapi }: Site, world: World) => {
  const { asSystem } = roster(strapi, 'enforcement');
  const books = roster(strapi, 'books');
  let count = 0;

  const make = async (type: string, data: object): Promise<string> => {
    const documents = strapi.documents(uidOf(type) as never);
    return ((await asSystem(() => documents.create({ data, status: 'published' } as never))) as { documentId: string }).documentId;
  };

  const customerOf = async (person: string): Promise<string> => {
    const record = await make('customer', { name: `Of ${person}`, custom: { seats: 1 } });
    // Who may own nothing sees all or nothing: to him it is the same whose it is.
    const owner = person === 'carla' || person === OTHER ? person : 'cleo';
    await books.setOwner(CUSTOMER, record, world.members[owner] as string);
    return record;
  };

  const rowOf = async (customer: string): Promise<number> => {
    const row = await strapi.db.query(CUSTOMER).findOne({ where: { documentId: customer, publishedAt: { $notNull: true } } });
    return (row as { id: number }).id;
  };

  /** What a request to create one sends. */
  const bodyOf = async (type: string, person: string): Promise<Row> => {
    const { create, isDetail, isDefinition } = sampleOf(type);
    count += 1;
    return { ...create, ...(isDetail && { customer: await customerOf(person) }), ...(isDefinition && { name: `Number ${count}` }) };
  };

  const recordOf = async (type: string, person: string): Promise<string> => {
    if (type === 'customer') return customerOf(person);
    const { isPersonal, hasColumn } = sampleOf(type);
    const data = await bodyOf(type, person);
    if (hasColumn) {
      const documentId = `${type}${count}`.padEnd(24, 'x');
      await strapi.db.query(uidOf(type) as never).create({ data: { ...data, documentId, customer: await rowOf(data['customer'] as string) } as never });
      return documentId;
    }
    const record = await make(type, data);
    if (isPersonal) await books.setAuthors(uidOf(type), [{ record, author: world.members[person] as string }]);
    return record;
  };

  return { bodyOf, recordOf };
};

describe.each(Object.keys(SURFACES) as (keyof typeof SURFACES)[])('the cells that touch content, at the door %s', (door) => {
  let site: Site;
  let records: ReturnType<typeof createRecords>;

  beforeAll(async () => {
    site = await openSite({ customers: 20 });
    records = createRecords(site, await worldOf(site.strapi));
  });
  afterAll(() => site.close());

  const rowsOf = (type: string) => site.strapi.db.query(uidOf(type) as never).findMany({ orderBy: 'id' }) as Promise<Row[]>;

  const tryIt = async ({ role, operation, type, field }: CellOperation, place: Place): Promise<{ outcome: Outcome; hasChanged: boolean }> => {
    const who = PERSON[role] as string;
    const person = place === 'inside' ? who : OTHER;
    const isNew = operation === 'create';
    const { change, isDefinition } = sampleOf(type);
    const data = field ? { [field]: { seats: 2 } } : isNew || isDefinition ? await records.bodyOf(type, person) : change;
    const record = isNew ? {} : { record: await records.recordOf(type, person) };
    const before = await rowsOf(type);
    const outcome = await SURFACES[door](site, { who, operation, uid: uidOf(type), data, ...record, ...(field && { field }) });
    const hasChanged = JSON.stringify(await rowsOf(type)) !== JSON.stringify(before);
    // To the host it is no error to delete what is not there.
    return { outcome: operation === 'delete' && outcome === 'done' && !hasChanged ? 'missing' : outcome, hasChanged };
  };

  it.each(OPERATIONS.map((cell) => [`${cell.role}: ${cell.feature}.${cell.action} is ${cell.scope}`, `${cell.operation} ${cell.type}${cell.field ? `.${cell.field}` : ''}`, cell] as const))(
    `[A211:${door}] %s: %s`,
    async (_title, _operation, cell) => {
      const writes = cell.operation !== 'list' && cell.operation !== 'read';
      for (const [place, outcome] of Object.entries(expected(cell)) as [Place, Outcome][]) {
        expect({ place, ...(await tryIt(cell, place)) }).toEqual({ place, outcome, hasChanged: writes && outcome === 'done' });
      }
    },
  );
});
