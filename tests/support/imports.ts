import { roster, table } from './roster';
import type { Site } from './site';

export interface ImportAnswer {
  readonly documentId: string;
  readonly status: string;
  readonly total: number;
  readonly done: number;
  readonly rows: { readonly ready: number; readonly invited: number; readonly refused: number };
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly mails: { readonly waiting: number; readonly sent: number; readonly failed: number };
}

interface Row {
  readonly line: number;
  readonly email: string;
  readonly role: string;
  readonly territory: string;
  readonly status: string;
  readonly reason: string | null;
}

interface Team {
  readonly imports: { finished(job: string): Promise<void>; stopWorking(): Promise<void> };
  readonly invitations: { readonly sender: { idle(): Promise<void>; wake(): void } };
}

/** The two doors to the same imports. */
export const IMPORT_DOORS = { panel: '/roster', rest: '/api/roster' } as const;
export type ImportDoor = keyof typeof IMPORT_DOORS;

export const HEADER = 'email,role,territory_id';

/** A file with these rows. */
export const csv = (...rows: readonly string[]): string => `${[HEADER, ...rows].join('\r\n')}\r\n`;

/** A file of so many people whose addresses begin alike. */
export const many = (name: string, count: number): string => csv(...Array.from({ length: count }, (_, at) => `${name}${at}@x.test,csm,`));

/** Imports as ana, or somebody else, carries them out on a running site. */
export const importsOn = (site: () => Site) => {
  const at = (door: ImportDoor, key: string) => (door === 'panel' ? site().asAdmin(`${key}@roster.test`) : site().as(`${key}@roster.test`));
  const ana = () => at('rest', 'ana');
  const team = () => site().strapi.plugin('roster').service('team') as unknown as Team;
  const upload = async (file: string | Buffer, door: ImportDoor = 'rest', key = 'ana') => (await at(door, key)).post(`${IMPORT_DOORS[door]}/imports`).attach('file', Buffer.from(file as string), 'team.csv');
  const start = async (id: string, door: ImportDoor = 'rest', key = 'ana') => (await at(door, key)).post(`${IMPORT_DOORS[door]}/imports/${id}/start`).send({});
  const infoOf = async (id: string): Promise<ImportAnswer> => (await (await ana()).get(`/api/roster/imports/${id}`).expect(200)).body.data;
  const planned = async (file: string | Buffer): Promise<ImportAnswer> => {
    const { status, body } = await upload(file);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body.data;
  };
  /** When it is over, and its mails have been tried. */
  const ended = async (id: string): Promise<ImportAnswer> => {
    await team().imports.finished(id);
    await team().invitations.sender.idle();
    return infoOf(id);
  };
  const count = (name: string, where: object = {}): Promise<number> => table(site().strapi, name).count({ where } as never);
  const TOLD_ANYWAY = { action: { $notIn: ['permission.denied', 'user.signed-in'] } };

  return {
    at, ana, team, upload, start, infoOf, planned, ended, count,

    async carryOut(file: string | Buffer): Promise<ImportAnswer> {
      const { documentId } = await planned(file);
      const { status, body } = await start(documentId);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return ended(documentId);
    },

    rowsOf: async (id: string, query = ''): Promise<Row[]> => (await (await ana()).get(`/api/roster/imports/${id}/rows?pageSize=100${query}`).expect(200)).body.data,
    errorsOf: async (id: string): Promise<string> => (await (await ana()).get(`/api/roster/imports/${id}/errors`).expect(200)).text,

    /** How much there is of everything that an import makes. */
    counts: () => Promise.all(['member', 'grant', 'invitation', 'one-time-token', 'import', 'import-row', 'audit-entry'].map((name) => count(name, name === 'audit-entry' ? TOLD_ANYWAY : {}))),

    memberOf: async (email: string) => (await table(site().strapi, 'member').findOne({ where: { email } as never })) as unknown as { documentId: string; status: string } | null,
    grantsOf: (member: string) => roster(site().strapi, 'members').grants(member),

    /** What the log says of whom an import has invited. */
    async told(job: string): Promise<{ actor: string }[]> {
      const rows = (await table(site().strapi, 'audit-entry').findMany({ where: { action: 'member.invited' } as never })) as unknown as { body: string; actor: string }[];
      return rows.filter(({ body }) => body.includes(job));
    },

    codeOf: async (answer: ReturnType<typeof upload>): Promise<[number, unknown]> => {
      const { status, body } = await answer;
      return [status, body.error?.details];
    },
  };
};
