import { recordIn } from './record-in';

const RECORD = { type: 'api::customer.customer', record: 'abcdefghijklmnopqrstuvwx' };

it.each([
  'https://site.test/admin/content-manager/collection-types/api::customer.customer/abcdefghijklmnopqrstuvwx',
  ' /admin/content-manager/collection-types/api%3A%3Acustomer.customer/abcdefghijklmnopqrstuvwx?status=draft ',
  'http://localhost:1337/admin/content-manager/collection-types/api::customer.customer/abcdefghijklmnopqrstuvwx/history',
])('%s leads to a record', (address) => expect(recordIn(address)).toEqual(RECORD));

it.each(['', 'abcdefghijklmnopqrstuvwx', 'https://site.test/admin/content-manager/collection-types/api::customer.customer', 'https://site.test/admin/content-manager/collection-types/api::customer.customer/create', '%'])('%s leads to none', (address) =>
  expect(recordIn(address)).toBeUndefined());
