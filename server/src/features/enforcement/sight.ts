import type { Actor } from '../../kernel/actor';
import type { Binding } from '../../kernel/binding';
import type { Question } from '../../kernel/door';
import { RosterError } from '../../kernel/errors';
import { onTrial } from '../../kernel/frame';
import type { Predicate } from '../../kernel/predicate';
import { decide } from '../access';
import type { EnforcementGate } from './gate';
import type { Refusals } from './refusal';
import type { RowsRepository } from './rows.repository';

interface Dependencies {
  readonly gate: EnforcementGate;
  readonly rows: RowsRepository;
  readonly refusals: Refusals;
}

/** The rows of a type that somebody sees, and what was asked to find them out. */
interface Seen {
  readonly binding: Binding;
  readonly predicate: Predicate;
  readonly asked: Question;
}

/** What somebody sees of a type. To ask for it is not to use it: who reads by it tells so himself. */
export const createSight = ({ gate, rows, refusals }: Dependencies) => {
  /** The plugin's own routes are none of the host's answers: what is only observed counts as enforced here. */
  const of = (actor: Actor, type: string, question: Question): Seen => {
    const binding = onTrial(() => gate.bindingFor(actor, type));
    if (!binding) throw new RosterError('UNKNOWN_TYPE', undefined, { path: 'type' });
    const asked = { ...question, type, operation: 'read', feature: binding.feature, action: 'view' };
    if (gate.isClosed(type)) throw refusals.refuse(actor, 'ENFORCEMENT_UNAVAILABLE', asked);
    const { code } = decide(actor, binding.feature, 'view');
    if (code) throw refusals.refuse(actor, code, asked);
    return { binding, predicate: gate.forActor(actor, binding, 'read'), asked };
  };

  return {
    of,

    /** @throws 403, or RosterError NOT_FOUND for a record that is hidden or not there */
    async demand(actor: Actor, type: string, record: string): Promise<Binding> {
      const { binding, predicate, asked } = of(actor, type, { type, record });
      const [seen] = await rows.satisfies(type, record, [predicate]);
      if (seen) return binding;
      refusals.mark(actor, asked);
      throw new RosterError('NOT_FOUND');
    },
  };
};

export type Sight = ReturnType<typeof createSight>;
