import { ACTIONS } from '../../../../../contracts/default-matrix';
import type { Strapi } from '../../../host/strapi';
import type { AccessService } from '../access.service';

/** The matrix as tables and people read it: features and actions in their order, one object per role. */
export const createAccessController = ({ strapi }: { strapi: Strapi }) => ({
  async find() {
    const service = strapi.plugin('roster').service('access') as AccessService;
    const [snapshot, roles] = [await service.snapshot(), await service.roles()];
    const { features } = service.registry;
    return {
      data: {
        revision: snapshot.revision,
        features: features.map(({ key, actions }) => ({ key, actions })),
        actions: service.registry.actions,
        standardActions: ACTIONS,
        roles: roles.map(({ key, kind, label, description, doors, mayOwn }) => ({
          key,
          kind,
          label,
          description,
          doors,
          mayOwn,
          cells: Object.fromEntries(
            features.map((feature) => [
              feature.key,
              Object.fromEntries(feature.actions.map((action) => [action, snapshot.scope(key, feature.key, action)])),
            ]),
          ),
        })),
      },
    };
  },
});
