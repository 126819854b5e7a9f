import { scopesOf, type ScopeMask } from '../../../../../contracts/scopes';
import type { TraceStep } from '../../../kernel/decision';
import type { RoleFacts } from '../../../kernel/reach';

interface CellTraced {
  readonly feature: string;
  readonly action: string;
  readonly scope: ScopeMask;
}

/** How a cell came to answer a member: who asks, which roles decide, what they say together. */
export const traceOfCell = (roles: readonly RoleFacts[], { feature, action, scope }: CellTraced): TraceStep[] => [
  { step: 'actor', kind: 'member' },
  { step: 'roles', deciding: roles.map(({ key }) => key) },
  { step: 'cell', feature, action, scopes: scopesOf(scope) },
];
