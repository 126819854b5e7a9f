import type { Mode, NonMembers, AuditDepth } from '../../../kernel/binding';

/** The plugin's configuration, as far as access reads it; `config.ts` checks its shape. */
export interface AccessConfig {
  readonly features?: Readonly<Record<string, FeatureConfig>> | undefined;
  readonly bindings?: Readonly<Record<string, BindingConfig>> | undefined;
  readonly mode?: Mode | undefined;
}

export interface FeatureConfig {
  readonly actions?: readonly string[] | undefined;
}

export interface BindingConfig {
  readonly feature: string;
  readonly kind: string;
  readonly parent?: string | undefined;
  readonly target?: string | undefined;
  readonly owns?: boolean | undefined;
  readonly territory?: string | undefined;
  readonly value?: string | undefined;
  readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly mode?: Mode | undefined;
  readonly nonMembers?: NonMembers | undefined;
  readonly audit?: AuditDepth | undefined;
}
