import { ACTIONS } from '../../../../../contracts/default-matrix';
import type { Matrix } from '../../../../../contracts/http-matrix';
import { atTheDoor } from '../../../host/http-errors';
import type { Strapi } from '../../../host/strapi';
import { doorPort } from '../../../kernel/door';
import type { AccessService } from '../access.service';
import type { Snapshot } from '../domain/snapshot';

const cellsOf = (role: string, features: Matrix['features'], snapshot: Snapshot): Matrix['roles'][number]['cells'] =>
  Object.fromEntries(
    features.map((feature) => [
      feature.key,
      Object.fromEntries(feature.actions.map((action) => [action, snapshot.scope(role, feature.key, action)])),
    ]),
  );

/** The matrix as tables and people read it: features and actions in their order, one object per role. */
export const createMatrixController = ({ strapi }: { strapi: Strapi }) => {
  const read = async (): Promise<{ data: Matrix }> => {
    const service = strapi.plugin('roster').service('access') as AccessService;
    const [snapshot, roles] = [await service.snapshot(), await service.roles()];
    const features = service.registry.features.map(({ key, actions }) => ({ key, actions: [...actions] }));
    return {
      data: {
        revision: snapshot.revision,
        features,
        actions: [...service.registry.actions],
        standardActions: [...ACTIONS],
        roles: roles.map(({ key, kind, label, description, doors, mayOwn }) => ({
          key,
          kind,
          label,
          description,
          doors: doors as Matrix['roles'][number]['doors'],
          mayOwn,
          locked: key === 'admin',
          cells: cellsOf(key, features, snapshot),
        })),
      },
    };
  };

  return {
    /** The whole matrix: features, actions, roles and the scope in each cell. The right of the panel's route decides. */
    find: () => {
      doorPort.of(strapi).entered('team_management', 'view');
      return read();
    },
    /** The whole matrix, for who may view the team. */
    findAsMember: () =>
      atTheDoor(() => {
        doorPort.of(strapi).demand('team_management', 'view');
        return read();
      }),
  };
};
