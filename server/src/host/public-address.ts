import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Code of the error for a name or an address that leads into a private network. */
const NOT_PUBLIC = 'ADDRESS_NOT_PUBLIC';

/** Whether an address is one of the open internet: none of this machine, of its network, or of a range with a meaning of its own (RFC 6890). */
export const isPublicAddress = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

export const notPublic = (host: string): Error => Object.assign(new Error(`${host} is not a public address.`), { code: NOT_PUBLIC });

/**
 * Looks a name up, and refuses it if any of its addresses is not public. It is asked when the socket is opened, so that
 * the address that was looked at is the one that is spoken to, whatever the name means a moment later.
 */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? notPublic(hostname), '', 0);
    if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(notPublic(hostname), '', 0);
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
  });
};
