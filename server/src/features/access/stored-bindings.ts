import type { Strapi } from '../../host/strapi';
import { transaction } from '../../host/transaction';
import { RosterError } from '../../kernel/errors';
import { recordPort, type AuditActor, type AuditFact } from '../../kernel/record';
import { createBindingsRepository, type StoredBindings } from './bindings.repository';
import type { AccessConfig, BindingConfig } from './domain/access-config';
import { createRegistry } from './domain/registry';
import type { TypeShape } from './domain/type-shape';
import { withStored, type Compiled } from './domain/with-stored';

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

interface Change {
  readonly type: string;
  readonly from: BindingConfig | null;
  readonly to: BindingConfig | null;
}

const changesBetween = (before: StoredBindings, after: StoredBindings): Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((type) => ({ type, from: before[type] ?? null, to: after[type] ?? null }))
    .filter(({ from, to }) => !isSame(from, to));

const factOf = ({ type, from, to }: Change, by: AuditActor): AuditFact => ({ action: 'binding.changed', actor: by, target: { type: 'type', id: type }, details: { from, to } });

/**
 * Bindings that are made in the panel. They extend content types, which the host allows before its tables are made:
 * so they hold from the next start on, as all changes of types do.
 */
export const createStoredBindings = (strapi: Strapi) => {
  const repository = createBindingsRepository(strapi);
  const config = strapi.config.get('plugin::roster', {}) as AccessConfig;
  const types = () => strapi.contentTypes as unknown as Readonly<Record<string, TypeShape>>;
  let atStart: StoredBindings = {};

  return {
    /** Compiles what holds until the next start. In `register`. @throws RosterError CONFIG_INVALID */
    async compile(): Promise<Compiled> {
      // A database that can't be read yet may be one that isn't needed (a build); `assertRead` finds out.
      atStart = await repository.beforeSync().catch(() => ({}));
      return withStored(config, atStart, types());
    },

    /** Stops the start if it went without bindings that are there: what they guard would lie open. In `bootstrap`. */
    async assertRead(): Promise<void> {
      if (!isSame(await repository.all(), atStart)) throw new Error('roster: the bindings of the panel could not be read in time, or changed meanwhile; start again.');
    },

    all: (): Promise<StoredBindings> => repository.all(),

    /** Types that the configuration binds, whatever is stored of them. */
    configured: (): readonly string[] => Object.keys(config.bindings ?? {}),

    /** Whether a start would change what holds. */
    isPending: async (): Promise<boolean> => !isSame(await repository.all(), atStart),

    /**
     * Stores these bindings and no others; they hold from the next start on.
     * @throws RosterError VALIDATION_FAILED with the path of the key at fault
     */
    replace: (wanted: StoredBindings, by: AuditActor): Promise<void> =>
      transaction(strapi, async () => {
        try {
          createRegistry({ ...config, bindings: { ...wanted, ...config.bindings } }, types());
        } catch (error) {
          if (!(error instanceof RosterError)) throw error;
          throw new RosterError('VALIDATION_FAILED', error.message.replace(/^roster config: [^:]*: /, ''), { path: `data.${String(error.details['path'])}` });
        }
        const changes = changesBetween(await repository.all(), wanted);
        for (const { type, to } of changes) await (to ? repository.set(type, to) : repository.remove(type));
        if (changes.length > 0) await recordPort.of(strapi)(...changes.map((change) => factOf(change, by)));
      }),
  };
};
