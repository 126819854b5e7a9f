import type { Feature } from '../../../kernel/define-feature';

export const accessRoutes: NonNullable<Feature<never>['routes']> = {
  'content-api': [{ method: 'GET', path: '/matrix', handler: 'matrix.find' }],
};
