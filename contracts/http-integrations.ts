import { z } from 'zod';

/** Parts of the host, its plugins and its licensed features that Roster has to do with. */
export const INTEGRATIONS = [
  'users-permissions',
  'graphql',
  'i18n',
  'upload',
  'mcp',
  'config-sync',
  'content-history',
  'content-releases',
  'review-workflows',
  'sso',
  'audit-logs',
] as const;

const integration = z.strictObject({
  key: z.enum(INTEGRATIONS),
  state: z.enum(['in-use', 'absent']),
});

/** `GET /roster/integrations` (panel): what the site has of them. */
export const integrationsResponse = z.strictObject({ data: z.array(integration) });

export type IntegrationInfo = z.infer<typeof integration>;
