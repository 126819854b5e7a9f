import { randomUUID } from 'node:crypto';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
import type { AuditFact, Recorder } from '../../kernel/record';
import { createAuditRepository, type AuditRow } from './audit.repository';
import { canonicalJson } from './canonical-json';

const toRow = (fact: AuditFact, occurredAt: Date): AuditRow => {
  const eventId = randomUUID();
  const outcome = fact.outcome ?? 'done';
  return {
    documentId: createDocumentId(),
    eventId,
    occurredAt,
    action: fact.action,
    actorKind: fact.actor.kind,
    actor: fact.actor.member ?? null,
    token: fact.actor.token ?? null,
    targetType: fact.target.type,
    targetId: fact.target.id,
    outcome,
    body: canonicalJson({ ...fact, eventId, occurredAt: occurredAt.toISOString(), outcome }),
  };
};

/** Writes facts with the transaction that runs: both commit, or neither. */
export const createRecorder = (strapi: Strapi): Recorder => {
  const repository = createAuditRepository(strapi);
  return async (...facts) => {
    const now = clockPort.of(strapi)();
    await repository.insert(facts.map((fact) => toRow(fact, now)));
  };
};
