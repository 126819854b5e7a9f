import { AsyncLocalStorage } from 'node:async_hooks';

/** The system acts: boot, cron, the plugin's own work, site code that asked for it. Sees and may everything. */
export const SYSTEM = { kind: 'system' } as const;

interface Frame {
  readonly actor: { readonly kind: string };
}

const frames = new AsyncLocalStorage<Frame>();

/** The actor that running code was told to act as, or undefined: then it acts for the request that it serves. */
export const framedActor = (): Frame['actor'] | undefined => frames.getStore()?.actor;

/** Runs code as this actor, across everything that it awaits. */
export const runInFrame = <T>(actor: Frame['actor'], run: () => T): T => frames.run({ actor }, run);

/** Runs code as the system. What it returns must not reach a caller unchecked. */
export const asSystem = <T>(run: () => T): T => runInFrame(SYSTEM, run);
