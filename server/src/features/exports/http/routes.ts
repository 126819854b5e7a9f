import type { Feature } from '../../../kernel/define-feature';

export const exportsRoutes: NonNullable<Feature<never>['routes']> = {
  'content-api': [{ method: 'GET', path: '/exports/:type', handler: 'exports.records' }],
};
