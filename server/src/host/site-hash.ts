import { createHmac } from 'node:crypto';
import type { Strapi } from './strapi';

/** A text as nobody reads it who has not the site's keys: to know it again, and for nothing else. */
export const siteHash = (strapi: Strapi, purpose: string, text: string): string => {
  const [key = ''] = strapi.config.get<string[]>('server.app.keys', []);
  return createHmac('sha256', `roster ${purpose} ${key}`).update(text).digest('hex');
};
