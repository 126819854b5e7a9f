import { recordAtFault } from './recordAtFault';

const RECORDS = ['a', 'b', 'c'];
const at = (details: object | undefined) => recordAtFault(details && { details }, RECORDS, (index) => `record ${RECORDS[index]}`);

describe('the record at fault', () => {
  it.each([
    ['is the one that the error names', { code: 'CONFLICT', path: '[0].record', record: 'b' }, 'record b'],
    ['is the one at the place that it names', { code: 'NOT_FOUND', path: 'data.records[2]' }, 'record c'],
    ['is none where the owner is at fault', { code: 'CANNOT_OWN', path: 'owner' }, undefined],
    ['is none that was not sent', { code: 'CONFLICT', record: 'x' }, undefined],
    ['is none at a place that is not there', { code: 'NOT_FOUND', path: 'data.records[3]' }, undefined],
    ['is none of an error without details', undefined, undefined],
  ])('%s', (_what, details, expected) => {
    expect(at(details)).toBe(expected);
  });
});
