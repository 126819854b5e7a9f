import { v7 as createGrowingUuid } from 'uuid';
import { currentOrigin } from '../../host/origin';
import type { Strapi } from '../../host/strapi';
import { clockPort } from '../../kernel/clock';
import { createDocumentId } from '../../kernel/ids';
import type { Origin } from '../../kernel/origin';
import { takeRandom } from '../../kernel/randomness';
import type { AuditFact, Recorder } from '../../kernel/record';
import { createAuditRepository, type AuditRow } from './audit.repository';
import type { AuditConfig } from './config';
import { canonicalJson } from './domain/canonical-json';
import type { Keyring } from './domain/keys';
import { leafHash } from './domain/merkle';
import { separatePersonal } from './domain/personal';
import { redact } from './domain/redact';

const SALT_BYTES = 16;

/** The sealed text, and beside it what of it may have to be forgotten. */
const textsOf = ({ personal, origin: _origin, ...fact }: AuditFact, more: object, { door, ip, userAgent }: Origin) => {
  const known = { ...personal, ip, userAgent };
  const kept = Object.values(known).some((value) => value !== undefined) ? separatePersonal(known, takeRandom(SALT_BYTES).toString('base64')) : undefined;
  return { body: canonicalJson({ ...fact, ...more, door, personal: kept?.hash }), personal: kept?.text ?? null };
};

const createRows = (strapi: Strapi, { current: key }: Keyring, secretNames: ReadonlySet<string>) => (told: AuditFact, occurredAt: Date): AuditRow => {
  const fact = { ...told, ...(told.details && { details: redact(told.details, secretNames) }) };
  const eventId = createGrowingUuid();
  const outcome = fact.outcome ?? 'done';
  const { body, personal } = textsOf(fact, { eventId, occurredAt: occurredAt.toISOString(), outcome }, fact.origin ?? currentOrigin(strapi));
  const leaf = leafHash(body).toString('base64');
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
    body,
    personal,
    leaf,
    seal: key.waiting(leaf),
    keyId: key.id,
  };
};

/** Writes facts with the transaction that runs: both commit, or neither. Each is sealed already, and waits for its place. */
export const createRecorder = (strapi: Strapi, keyring: Keyring, { redact: names = [] }: AuditConfig, onRecord: () => void): Recorder => {
  const repository = createAuditRepository(strapi);
  const toRow = createRows(strapi, keyring, new Set(names));
  return async (...facts) => {
    const now = clockPort.of(strapi)();
    await repository.insert(facts.map((fact) => toRow(fact, now)));
    onRecord();
  };
};
