import { NOTHING, isScope, isScopeOf, maskOf, unite, type ScopeMask } from '../../../../../contracts/scopes';
import type { Decision } from '../../../kernel/decision';
import type { Reach, RoleFacts } from '../../../kernel/reach';
import { traceOfCell } from './trace';

export interface Cell {
  readonly role: string;
  readonly feature: string;
  readonly action: string;
  readonly scope: string;
}

/** The matrix as it was at one revision. */
export interface Snapshot {
  readonly revision: number;
  readonly roles: ReadonlyMap<string, RoleFacts>;
  /** The reach of a member who holds these roles. Unknown keys give nothing. */
  reach(roleKeys: readonly string[]): Reach;
  /** One cell as it stands in the table. */
  scope(role: string, feature: string, action: string): string;
}

type Matrix = Map<string, Map<string, ScopeMask>>;

const addCell = (matrix: Matrix, cell: Cell): void => {
  // A share is view only, also where a row of the table says otherwise.
  if (!isScope(cell.scope) || cell.scope === 'none' || !isScopeOf(cell.scope, cell.action)) return;
  let actions = matrix.get(cell.feature);
  if (!actions) matrix.set(cell.feature, (actions = new Map<string, ScopeMask>()));
  actions.set(cell.action, unite(actions.get(cell.action) ?? NOTHING, maskOf(cell.scope)));
};

const prepareDecisions = (roles: readonly RoleFacts[], matrix: Matrix): Reach['granted'] =>
  new Map(
    [...matrix].map(([feature, actions]) => [
      feature,
      new Map(
        [...actions].map(([action, scope]): [string, Decision] => [
          action,
          { allowed: true, scope, trace: () => traceOfCell(roles, { feature, action, scope }) },
        ]),
      ),
    ]),
  );

/** Compiles the rows of the matrix once per revision; a request only looks up. */
export const compileSnapshot = (revision: number, roles: readonly RoleFacts[], cells: readonly Cell[]): Snapshot => {
  const byKey = new Map(roles.map((role) => [role.key, role]));
  const cellsOf = new Map<string, Cell[]>();
  for (const cell of cells) {
    const list = cellsOf.get(cell.role);
    if (list) list.push(cell);
    else cellsOf.set(cell.role, [cell]);
  }
  const reaches = new Map<string, Reach>();

  const compileReach = (deciding: readonly RoleFacts[]): Reach => {
    const matrix: Matrix = new Map();
    for (const { key } of deciding) for (const cell of cellsOf.get(key) ?? []) addCell(matrix, cell);
    const granted = prepareDecisions(deciding, matrix);
    return {
      roles: deciding,
      mayOwn: deciding.some(({ mayOwn }) => mayOwn),
      granted,
      mask: (feature, action) => granted.get(feature)?.get(action)?.scope ?? NOTHING,
    };
  };

  return {
    revision,
    roles: byKey,
    reach(roleKeys) {
      const live = [...new Set(roleKeys)].sort().flatMap((key) => byKey.get(key) ?? []);
      const custom = live.filter(({ kind }) => kind === 'custom');
      const deciding = custom.length > 0 ? custom : live;
      const name = deciding.map(({ key }) => key).join('\n');
      let reach = reaches.get(name);
      if (!reach) reaches.set(name, (reach = compileReach(deciding)));
      return reach;
    },
    scope: (role, feature, action) =>
      cellsOf.get(role)?.find((cell) => cell.feature === feature && cell.action === action)?.scope ?? 'none',
  };
};
