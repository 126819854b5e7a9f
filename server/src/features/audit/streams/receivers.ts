import type { Strapi } from '../../../host/strapi';
import { transaction } from '../../../host/transaction';
import { SYSTEM } from '../../../kernel/frame';
import type { AuditFact, Recorder } from '../../../kernel/record';
import type { HeadRepository } from '../sealing/head.repository';
import type { LettersRepository } from './letters.repository';
import type { Stream } from './stream';
import type { StreamsRepository } from './streams.repository';

interface Dependencies {
  readonly streams: StreamsRepository;
  readonly letters: LettersRepository;
  readonly heads: HeadRepository;
  readonly record: Recorder;
}

const fact = (action: AuditFact['action'], name: string, details: Record<string, unknown>): AuditFact => ({ action, actor: SYSTEM, target: { type: 'stream', id: name }, details });

/**
 * Brings what is kept of receivers in line with the configuration. Where the log goes to is of the log: that a receiver
 * came, went or moved is an entry, which the others are told too.
 */
export const createReceivers = (strapi: Strapi, { streams, letters, heads, record }: Dependencies) => {
  const add = async (stream: Stream): Promise<AuditFact> => {
    await streams.add(stream, stream.from === 'now' ? (await heads.read()).size : 0);
    return fact('stream.added', stream.name, { target: stream.target, from: stream.from });
  };

  const remove = async (name: string, target: string): Promise<AuditFact> => {
    await streams.remove(name);
    await letters.remove(name);
    return fact('stream.removed', name, { target });
  };

  return async (configured: readonly Stream[]): Promise<void> => {
    await heads.ensure();
    await transaction(strapi, async () => {
      // Of several nodes that start at once one does it.
      await heads.hold();
      const kept = await streams.all();
      const facts: AuditFact[] = [];
      for (const stream of configured) {
        const before = kept.find(({ name }) => name === stream.name);
        if (!before) facts.push(await add(stream));
        else if (before.fingerprint !== stream.fingerprint) {
          await streams.update(stream.name, { target: stream.target, fingerprint: stream.fingerprint, failures: 0, retryAt: null, isFailing: false });
          facts.push(fact('stream.moved', stream.name, { from: before.target, to: stream.target }));
        }
      }
      for (const { name, target } of kept) if (!configured.some((stream) => stream.name === name)) facts.push(await remove(name, target));
      if (facts.length > 0) await record(...facts);
    });
  };
};
