import { installListRows } from '../../host/list-rows';
import type { Strapi } from '../../host/strapi';
import { defineFeature } from '../../kernel/define-feature';
import { createExportsController } from './http/exports.controller';
import { exportsRoutes } from './http/routes';

/** Records, and the audit log, as files of any size. */
export const dataExports = defineFeature<Strapi>({
  name: 'exports',
  controllers: { exports: createExportsController },
  routes: exportsRoutes,
  register: ({ strapi }) => installListRows(strapi),
});

export { answerWithFile } from './answer';
export { FORMATS, type ExportRow, type Format } from './formats';
export { tellExport } from './tell';
