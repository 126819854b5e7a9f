import { currentRequest, type Strapi } from '../../host/strapi';
import { decide } from '../access';
import type { Internals } from './wiring';

/** The coded refusal for auth scopes that the host refused, where they stand for a cell of the matrix. */
export const explainScopes =
  (strapi: Strapi, { actors, gate, refusals, rights }: Internals) =>
  (scopes: readonly string[]): Error | undefined => {
    const request = currentRequest(strapi);
    const cell = rights.asked(request, scopes);
    if (!cell) return undefined;
    const actor = actors.current();
    const record = request?.params?.['id'];
    const question = { ...cell, ...(record !== undefined && { record }) };
    if (cell.type !== undefined && gate.isClosed(cell.type)) return refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', question);
    const { code } = decide(actor, cell.feature, cell.action);
    return code && refusals.refuse(actor, code, question);
  };
