import { humanize } from './humanize';

it.each([
  ['customer_success_plans', 'Customer success plans'],
  ['member.role-changed', 'Member role changed'],
  ['', ''],
])('%p reads %p', (key, words) => {
  expect(humanize(key)).toBe(words);
});
