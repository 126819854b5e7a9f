import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { currentRequest, type RequestContext, type Strapi } from '../../host/strapi';
import { toHttpError } from '../../host/http-errors';
import { auditActor, type Actor } from '../../kernel/actor';
import { clockPort } from '../../kernel/clock';
import type { Question } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { isOnTrial } from '../../kernel/frame';
import { lateRecordPort } from '../../kernel/record';
import type { ErrorCode } from '../../../../contracts/errors';

/** A question as it was sealed. The envelope holds nothing else: it must not differ for what exists and what does not. */
export interface OpenedQuestion extends Question {
  readonly actor: string;
  readonly at: string;
}

const DECISION_HEADER = 'X-Roster-Decision';
const VERSION = 'v1';

/** Refusals that say something about who asked. That the guard is not in force says nothing of the kind. */
const TOLD: ReadonlySet<ErrorCode> = new Set(['PERMISSION_DENIED', 'OUT_OF_SCOPE', 'PUBLISH_REQUIRED', 'NOT_A_MEMBER', 'MEMBER_INACTIVE']);

/** A key of our own out of the site's, so that the envelope's use of it says nothing about the other. */
const deriveKey = (strapi: Strapi): Buffer => {
  const [secret] = strapi.config.get<string[]>('server.app.keys', []);
  return Buffer.from(hkdfSync('sha256', secret ?? '', '', 'roster decision envelope', 32));
};

const nameOf = (actor: Actor): string => {
  switch (actor.kind) {
    case 'member':
      return actor.member.documentId;
    case 'role':
      return actor.token.documentId;
    case 'nobody':
      return actor.reason;
    case 'system':
      return actor.kind;
  }
};

/**
 * Refusals, and the sealed envelope that goes with each: an admin can open it and ask why. Nothing is
 * stored for it, and to the caller it is noise of the same length for a hidden and a missing record.
 */
export const createRefusals = (strapi: Strapi) => {
  let key: Buffer | undefined;
  const theKey = () => (key ??= deriveKey(strapi));

  const seal = (actor: Actor, question: Question): string => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', theKey(), nonce);
    const text = JSON.stringify({ ...question, actor: nameOf(actor), at: clockPort.of(strapi)().toISOString() });
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${VERSION}.${sealed.toString('base64url')}`;
  };

  /** For the audit log. Which record it was is said where the question names one. */
  const tell = (actor: Actor, code: ErrorCode, { type, record, operation, feature, action }: Question, right: unknown): void => {
    if (!TOLD.has(code)) return;
    const aboutNoRecord = { type: type ?? (feature === undefined ? 'site' : 'feature'), id: feature ?? '' };
    const target = type !== undefined && record !== undefined ? { type, id: record } : aboutNoRecord;
    const who = actor.kind === 'nobody' ? actor.who : undefined;
    const details = { code, feature, action, operation, ...(typeof right === 'string' && { right }), ...(who && { user: { door: who.door, documentId: who.documentId } }) };
    lateRecordPort.of(strapi)({ action: 'permission.denied', actor: auditActor(actor), target, outcome: 'refused', details });
  };

  return {
    /** Puts the envelope on the answer of the running request. */
    mark(actor: Actor, question: Question, request: RequestContext | undefined = currentRequest(strapi)): void {
      if (!isOnTrial()) request?.set(DECISION_HEADER, seal(actor, question));
    },

    /** The error that leaves the door: coded, with the envelope on the answer, and told to the audit log. */
    refuse(actor: Actor, code: ErrorCode, question: Question, details: Record<string, unknown> = {}): Error {
      const { feature, action } = question;
      if (!isOnTrial()) {
        this.mark(actor, question);
        tell(actor, code, question, details['right']);
      }
      return toHttpError(new RosterError(code, undefined, { ...(feature && { feature }), ...(action && { action }), ...details }));
    },

    /** The question in an envelope, or undefined if this site did not seal it. */
    open(envelope: string): OpenedQuestion | undefined {
      const [version, payload] = envelope.split('.');
      if (version !== VERSION || !payload) return undefined;
      try {
        const sealed = Buffer.from(payload, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', theKey(), sealed.subarray(0, 12));
        decipher.setAuthTag(sealed.subarray(-16));
        const text = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
        return JSON.parse(text) as OpenedQuestion;
      } catch {
        return undefined;
      }
    },
  };
};

export type Refusals = ReturnType<typeof createRefusals>;
