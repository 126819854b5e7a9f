import type { Refusal } from '../../hooks/refusal';
import { recordAtFault } from './recordAtFault';

const RECORDS = ['a', 'b', 'c'];
const at = (refusal: Partial<Refusal>) => recordAtFault({ record: undefined, path: undefined, ...refusal }, RECORDS, (index) => `record ${RECORDS[index]}`);

describe('the record at fault', () => {
  it.each([
    ['is the one that the refusal names', { code: 'CONFLICT', path: '[0].record', record: 'b' }, 'record b'],
    ['is the one at the place that it names', { code: 'NOT_FOUND', path: 'data.records[2]' }, 'record c'],
    ['is none where the owner is at fault', { code: 'CANNOT_OWN', path: 'owner' }, undefined],
    ['is none that was not sent', { code: 'CONFLICT', record: 'x' }, undefined],
    ['is none at a place that is not there', { code: 'NOT_FOUND', path: 'data.records[3]' }, undefined],
    ['is none where the server never answered', {}, undefined],
  ])('%s', (_what, refusal, expected) => {
    expect(at(refusal)).toBe(expected);
  });
});
