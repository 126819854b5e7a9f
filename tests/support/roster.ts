import type { Core } from '@strapi/strapi';

/** The plugin's services as a suite calls them. Typed here, because the suite runs against the built plugin. */
export interface RosterServices {
  members: {
    create(values: Record<string, unknown>): Promise<{ documentId: string }>;
    findByEmail(email: string): Promise<{ documentId: string; status: string } | null>;
    find(documentId: string): Promise<{ documentId: string; status: string } | null>;
    setRole(documentId: string, role: string): Promise<void>;
    deactivate(documentId: string): Promise<void>;
    reactivate(documentId: string): Promise<void>;
  };
  access: {
    setCells(cells: readonly object[], by: { kind: 'system' }): Promise<void>;
  };
  books: {
    setOwner(type: string, record: string, member: string | null): Promise<unknown>;
    setAuthors(type: string, list: readonly { record: string; author: string }[]): Promise<void>;
    setOwners(type: string, list: readonly { record: string; owner: string }[]): Promise<void>;
    addCoOwner(type: string, record: string, member: string): Promise<unknown>;
    ownership(type: string, record: string): Promise<{ owner: string | null; coOwners: string[] }>;
    author(type: string, record: string): Promise<string | null>;
  };
  enforcement: {
    asSystem<T>(run: () => T): T;
    runAs<T>(member: string, run: () => Promise<T>): Promise<T>;
    can(feature: string, action: string): { allowed: boolean; code?: string; trace(): unknown[] };
    openDecision(envelope: string): Record<string, string> | undefined;
  };
}

export const roster = <Name extends keyof RosterServices>(strapi: Core.Strapi, name: Name): RosterServices[Name] =>
  strapi.plugin('roster').service(name) as RosterServices[Name];

export const CUSTOMER = 'api::customer.customer';

/** Rows of one of the plugin's tables. */
export const table = (strapi: Core.Strapi, name: string) => strapi.db.query(`plugin::roster.${name}` as never);
