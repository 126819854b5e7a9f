import { AsyncLocalStorage } from 'node:async_hooks';

/** The system acts: boot, cron, the plugin's own work, site code that asked for it. Sees and may everything. */
export const SYSTEM = { kind: 'system' } as const;

interface Frame {
  readonly actor?: { readonly kind: string };
  /** Types that are only observed count as enforced: what would have been the answer? */
  readonly trial?: true;
  /** The host's own work inside of something that was observed as a whole. */
  readonly unobserved?: true;
}

const frames = new AsyncLocalStorage<Frame>();

const inside = <T>(more: Frame, run: () => T): T => frames.run({ ...frames.getStore(), ...more }, run);

/** The actor that running code was told to act as, or undefined: then it acts for the request that it serves. */
export const framedActor = (): Frame['actor'] | undefined => frames.getStore()?.actor;

/** Runs code as this actor, across everything that it awaits. */
export const runInFrame = <T>(actor: { readonly kind: string }, run: () => T): T => inside({ actor }, run);

/** Lets code that runs later run as whoever acts now. */
export const inSameFrame = (): (<T>(run: () => T) => T) => {
  const frame = frames.getStore() ?? {};
  return (run) => frames.run(frame, run);
};

/** Runs code as the system. What it returns must not reach a caller unchecked. */
export const asSystem = <T>(run: () => T): T => runInFrame(SYSTEM, run);

/** Runs code as if every observed type were enforced. What it finds out is counted, and nothing else. */
export const onTrial = <T>(run: () => T): T => inside({ trial: true }, run);

export const isOnTrial = (): boolean => frames.getStore()?.trial ?? false;

/** Runs code whose queries say nothing about the caller's own. */
export const unobserved = <T>(run: () => T): T => inside({ unobserved: true }, run);

export const isUnobserved = (): boolean => frames.getStore()?.unobserved ?? false;
