import type { AuditLetters, AuditStream, StreamState } from '../../../../../contracts/http-audit-streams';
import type { Letter, Progress } from './stream';

const iso = (moment: Date | string | null): string | null => (moment === null ? null : new Date(moment).toISOString());

const stateOf = ({ failures, next }: Progress, size: number): StreamState => {
  if (failures > 0) return 'failing';
  return next < size ? 'behind' : 'current';
};

export const presentStream = (progress: Progress, { size, letters }: { readonly size: number; readonly letters: number }): AuditStream => {
  const { name, target, next, failures, problem, problemAt, retryAt, deliveredAt } = progress;
  return {
    name,
    target,
    state: stateOf(progress, size),
    told: Math.min(next, size),
    size,
    deliveredAt: iso(deliveredAt),
    failures,
    problem: problem === '' ? null : problem,
    problemAt: iso(problemAt),
    retryAt: iso(retryAt),
    letters,
  };
};

export const presentLetter = ({ eventId, place, action, problem, refusedAt }: Letter): AuditLetters['data'][number] => ({ eventId, place, action, problem, refusedAt: new Date(refusedAt).toISOString() });
