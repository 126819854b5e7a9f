import ipaddr from 'ipaddr.js';
import { currentRequest, type Strapi } from './strapi';

/** Who has an address of IPv6 has 2^64 of them: they count as one. */
const NETWORK_OCTETS = 8;

/** An address as it is counted: IPv4 in whichever way it is written, IPv6 by its network of 64 bits. */
const countedAddress = (ip: string): string => {
  const [plain = ''] = ip.split('%');
  if (!ipaddr.isValid(plain)) return plain;
  const address = ipaddr.process(plain);
  if (address.kind() === 'ipv4') return address.toString();
  return `${ipaddr.fromByteArray([...address.toByteArray().slice(0, NETWORK_OCTETS), ...new Array<number>(NETWORK_OCTETS).fill(0)]).toString()}/64`;
};

/** From where the running request comes, as far as the host trusts its proxy; without a request, from nowhere. */
export const callerAddress = (strapi: Strapi): string | undefined => {
  const ip = currentRequest(strapi)?.request.ip;
  return ip === undefined || ip === '' ? undefined : countedAddress(ip);
};
