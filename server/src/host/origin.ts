import type { Origin } from '../kernel/origin';
import { currentRequest, type RequestContext, type Strapi } from './strapi';

/** What a client says of itself is cut: it may say anything. */
const USER_AGENT_LENGTH = 256;

const isUnder = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

const doorOf = (strapi: Strapi, { originalUrl, state }: RequestContext): Origin['door'] => {
  // As it was asked for: mounted apps see a rest of the path alone.
  const [path = ''] = originalUrl.split('?');
  if (isUnder(path, strapi.config.get<string>('plugin::graphql.endpoint', '/graphql'))) return 'graphql';
  if (isUnder(path, '/mcp')) return 'mcp';
  return state.route?.info?.type === 'admin' ? 'panel' : 'api';
};

/** Through which door the running request came; without one, the system is at work. */
export const currentOrigin = (strapi: Strapi): Origin => {
  const request = currentRequest(strapi);
  if (!request) return { door: 'system' };
  const userAgent = request.get('user-agent').slice(0, USER_AGENT_LENGTH);
  return { door: doorOf(strapi, request), ...(request.request.ip && { ip: request.request.ip }), ...(userAgent && { userAgent }) };
};
