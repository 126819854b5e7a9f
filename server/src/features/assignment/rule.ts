import type { Condition } from '../../../../contracts/conditions';
import type { Rotation } from '../../../../contracts/http-rules';

/** To whom a rule gives a record: a member or a rotation, and who helps besides; or those alone. */
export interface Target {
  readonly member?: string | undefined;
  readonly rotation?: Rotation | undefined;
  readonly coOwners: readonly string[];
}

export interface Rule {
  readonly documentId: string;
  readonly name: string;
  readonly type: string;
  readonly position: number;
  readonly isActive: boolean;
  readonly when: Condition;
  readonly target: Target;
  readonly override: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** Whether a rule counts at a moment: from its start on, and before its end. */
export const isLive = ({ isActive, startsAt, endsAt }: Pick<Rule, 'isActive' | 'startsAt' | 'endsAt'>, now: Date): boolean =>
  isActive && (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt);
