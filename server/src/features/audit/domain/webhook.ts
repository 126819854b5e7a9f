import { createHash, createHmac } from 'node:crypto';

/** How secrets of webhooks are written: a prefix, and 24 to 64 bytes in base64. */
export const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;

interface Message {
  readonly id: string;
  /** When it is sent, in seconds since 1970: a receiver refuses what is too old. */
  readonly timestamp: number;
  readonly body: string;
}

const signatureBy = (secret: string, { id, timestamp, body }: Message): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')}`;

/** Headers by which a receiver knows the sender (Standard Webhooks 1.0): one signature for each secret, so that a secret can be changed. */
export const signedHeaders = (secrets: readonly string[], message: Message): Record<string, string> => ({
  'webhook-id': message.id,
  'webhook-timestamp': String(message.timestamp),
  'webhook-signature': secrets.map((secret) => signatureBy(secret, message)).join(' '),
});

/** The same for the same events, however often they are sent: by it a receiver knows what he has. */
export const messageId = (stream: string, eventIds: readonly string[]): string =>
  `msg_${createHash('sha256').update([stream, ...eventIds].join('\n')).digest('base64url').slice(0, 27)}`;
