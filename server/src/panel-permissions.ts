import { registerPanelPermissions } from './host/panel';
import type { Strapi } from './host/strapi';
import { defineFeature } from './kernel/define-feature';

/** One right of the host for each page of the panel. */
export const panelPermissions = defineFeature<Strapi>({
  name: 'panel-permissions',
  bootstrap: ({ strapi }) => registerPanelPermissions(strapi),
});
