import type { BindingInfo } from '../../../../../contracts/http-bindings';
import type { Strapi } from '../../../host/strapi';
import type { Binding, Mode } from '../../../kernel/binding';
import { guardStatePort } from '../../../kernel/guard-state';
import type { AccessService } from '../access.service';

const viaOf = ({ kind, via }: Binding, typeOf: (uid: string) => BindingInfo['type']): BindingInfo['via'] =>
  via ? { role: kind === 'run' ? 'target' : 'parent', attribute: via.attribute, type: typeOf(via.type) } : null;

const STATES: Readonly<Record<Mode, BindingInfo['state']>> = { enforce: 'enforced', observe: 'observed', off: 'off' };

/** What each feature governs, and whether the guard is in force there. */
export const createBindingsController = ({ strapi }: { strapi: Strapi }) => {
  const typeOf = (uid: string): BindingInfo['type'] => ({
    uid,
    displayName: strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.info.displayName ?? uid,
  });

  return {
    find(): { data: BindingInfo[] } {
      const { registry } = strapi.plugin('roster').service('access') as AccessService;
      const guard = guardStatePort.of(strapi);
      return {
        data: [...registry.bindings.values()].map((binding) => ({
          type: typeOf(binding.type),
          feature: binding.feature,
          kind: binding.kind,
          via: viaOf(binding, typeOf),
          owns: binding.owns,
          fields: [...binding.fields].map(([attribute, feature]) => ({ attribute, feature })),
          mode: binding.mode,
          nonMembers: binding.nonMembers,
          state: guard.isClosed(binding.type) ? 'closed' : STATES[binding.mode],
        })),
      };
    },
  };
};
