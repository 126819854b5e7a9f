import { SYSTEM } from '../../../kernel/frame';
import type { AuditFact } from '../../../kernel/record';
import type { SignedState } from './head.repository';

/** Clocks of several nodes differ by less. */
const CLOCK_TOLERANCE_MS = 5_000;

interface Next {
  readonly keyId: string;
  readonly now: Date;
  /** Entries from before there were seals. */
  readonly adopted: number;
}

const fact = (action: AuditFact['action'], details: Record<string, unknown>): AuditFact => ({ action, actor: SYSTEM, target: { type: 'log', id: 'audit' }, details });

/** What is out of the ordinary about going on from a state: entries of their own, which are sealed next. */
export const changesSince = (before: SignedState, { keyId, now, adopted }: Next): AuditFact[] => {
  if (before.size === 0) return adopted > 0 ? [fact('log.sealing-started', { earlier: adopted })] : [];
  const since = new Date(before.signedAt);
  return [
    ...(before.keyId === keyId ? [] : [fact('log.key-changed', { from: before.keyId, to: keyId })]),
    ...(now.getTime() < since.getTime() - CLOCK_TOLERANCE_MS ? [fact('log.clock-set-back', { from: since.toISOString(), to: now.toISOString() })] : []),
  ];
};
