import { isPublicAddress } from './public-address';

describe('an address of the open internet', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])('%s is one', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.1.2.3', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.1.1', '198.18.0.1', '203.0.113.9',
    '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:169.254.169.254', '::ffff:a00:1', '64:ff9b::7f00:1', '100::1', '2001:db8::1', '2002:7f00:1::', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1',
    '', 'localhost', '127.0.0.1.nip.io',
  ])('%s is none', (address) => expect(isPublicAddress(address)).toBe(false));
});
