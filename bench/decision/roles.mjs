import { ACTIONS, FEATURES } from '../../contracts/default-matrix.ts';
import { defaultCells } from '../../server/src/features/access/domain/default-cells.ts';

const features = (keys) => keys.map((key) => ({ key, actions: ACTIONS }));

const WIDE = Array.from({ length: 60 }, (_, index) => `feature_${String(index).padStart(2, '0')}`);

const isOpen = ({ scope }) => scope !== 'none';

/** The csm of a new site, and a role that grew: 480 cells, two thirds of them limited to a book. */
export const roles = () => {
  const csm = defaultCells(features(FEATURES)).filter(({ role }) => role === 'csm');
  const wide = WIDE.flatMap((feature) =>
    ACTIONS.map((action, index) => ({ role: 'csm', feature, action, scope: index % 3 === 0 ? 'all' : 'book' })),
  );
  return [
    { name: 'csm', cells: csm, permissions: csm.filter(isOpen).length },
    { name: 'wide', cells: wide, permissions: wide.length },
  ];
};
