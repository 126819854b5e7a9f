import { getDeviceName } from '@strapi/utils';
import { currentRequest, type Strapi } from './strapi';

const LENGTH = 128;

/** With what the running request was sent, in the host's words: a browser and a system. */
export const callerDevice = (strapi: Strapi): string | null => getDeviceName(currentRequest(strapi)?.get('user-agent') ?? '')?.slice(0, LENGTH) ?? null;
