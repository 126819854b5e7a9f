import type { Core } from '@strapi/strapi';
import type { AuditProof, AuditReport } from '../../contracts/audit-report';
import type { AuditFact } from '../../server/src/kernel/record';

/** The log, as the plugin's own commands use it. */
export interface AuditLog {
  seal(): Promise<void>;
  verify(options?: { anchors?: readonly string[]; anchorFiles?: readonly string[] }): Promise<AuditReport>;
  prove(eventId: string): Promise<AuditProof>;
  publicKey(): string;
  record(...facts: AuditFact[]): Promise<void>;
}

export const auditLog = (strapi: Core.Strapi): AuditLog => strapi.plugin('roster').service('audit') as AuditLog;

interface Table {
  select(...columns: string[]): Promise<Record<string, unknown>[]>;
  where(where: object): Table & Promise<Record<string, unknown>[]>;
  whereIn(column: string, values: readonly unknown[]): Table;
  orderBy(column: string): Promise<Record<string, unknown>[]>;
  update(values: object): Promise<number>;
  insert(rows: object | readonly object[]): Promise<unknown>;
  del(): Promise<number>;
}

export type LogTable = 'entries' | 'checkpoints' | 'heads';

/** The tables of the log as somebody with the database's password has them. */
export const rawLog =
  (strapi: Core.Strapi) =>
  (name: LogTable): Table =>
    strapi.db.connection(`roster_audit_${name}`) as unknown as Table;

const TABLES: readonly LogTable[] = ['entries', 'checkpoints', 'heads'];

/** Takes down all tables of the log, and gives what puts them back. */
export const copyOf = async (strapi: Core.Strapi): Promise<() => Promise<void>> => {
  const raw = rawLog(strapi);
  const copies = await Promise.all(TABLES.map(async (name) => ({ name, rows: await raw(name).select('*') })));
  return async () => {
    for (const { name, rows } of copies) {
      await raw(name).del();
      for (let at = 0; at < rows.length; at += 200) await raw(name).insert(rows.slice(at, at + 200));
    }
  };
};
