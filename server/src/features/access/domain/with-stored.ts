import { RosterError } from '../../../kernel/errors';
import type { AccessConfig, BindingConfig } from './access-config';
import { createRegistry, type Registry } from './registry';
import type { TypeShape } from './type-shape';

type Bindings = Readonly<Record<string, BindingConfig>>;

/** A stored binding that does not fit the site any more. */
export interface Unfit {
  readonly type: string;
  readonly problem: string;
  /** Whether the type is there and was to be guarded: nobody may get at it until somebody has looked. */
  readonly isClosed: boolean;
}

export interface Compiled {
  readonly registry: Registry;
  readonly unfit: readonly Unfit[];
}

/** Stands in for a binding that can't be read: what it guards is closed as a whole. */
const CLOSED: BindingConfig = { feature: 'team_management', kind: 'definition', mode: 'enforce' };

const AT = /^bindings\['([^']+)'\]/;

/**
 * Compiles what the configuration says with what was stored in the panel. The configuration's own mistakes stop the
 * boot, as ever. A stored binding can go wrong by a change of the site's types, which must neither keep the site from
 * starting nor open what was guarded.
 * @throws RosterError CONFIG_INVALID
 */
export const withStored = (config: AccessConfig, stored: Bindings, types: Readonly<Record<string, TypeShape>>): Compiled => {
  const unfit: Unfit[] = [];
  const left: Record<string, BindingConfig> = { ...stored };
  for (;;) {
    try {
      return { registry: createRegistry({ ...config, bindings: { ...left, ...config.bindings } }, types), unfit };
    } catch (error) {
      const { path, message } = (error instanceof RosterError ? { path: error.details.path, message: error.message } : {}) as { path?: string; message?: string };
      const type = AT.exec(path ?? '')?.[1];
      if (type === undefined || message === undefined || !(type in left) || type in (config.bindings ?? {})) throw error;
      const isClosed = type in types && left[type]?.mode === 'enforce';
      // The second time it is the stand-in that is wrong, which is never of use.
      if (isClosed && left[type] !== CLOSED) left[type] = CLOSED;
      else delete left[type];
      unfit.push({ type, problem: message, isClosed });
    }
  }
};
