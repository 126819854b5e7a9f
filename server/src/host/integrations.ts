import type { IntegrationInfo } from '../../../contracts/http-integrations';
import type { Strapi } from './strapi';

interface Licensed {
  ee?: { features?: { isEnabled(name: string): boolean } };
}

const isLicensed = (strapi: Strapi, feature: string): boolean => (strapi as unknown as Licensed).ee?.features?.isEnabled(feature) ?? false;

const hasPlugin = (strapi: Strapi, name: string): boolean => strapi.plugin(name) !== undefined;

/** Reads off the running site what there is to live with. What is licensed is looked at, and never touched. */
export const integrationsOf = (strapi: Strapi): IntegrationInfo[] => {
  const present = (key: IntegrationInfo['key'], isThere: boolean): IntegrationInfo => ({ key, state: isThere ? 'in-use' : 'absent' });
  return [
    present('users-permissions', hasPlugin(strapi, 'users-permissions')),
    present('graphql', hasPlugin(strapi, 'graphql')),
    present('i18n', hasPlugin(strapi, 'i18n')),
    present('upload', hasPlugin(strapi, 'upload')),
    present('mcp', strapi.config.get<boolean>('server.mcp.enabled', false)),
    present('config-sync', hasPlugin(strapi, 'config-sync')),
    present('content-history', isLicensed(strapi, 'cms-content-history')),
    present('content-releases', isLicensed(strapi, 'cms-content-releases')),
    present('review-workflows', isLicensed(strapi, 'review-workflows')),
    present('sso', isLicensed(strapi, 'sso')),
    present('audit-logs', isLicensed(strapi, 'audit-logs')),
  ];
};
