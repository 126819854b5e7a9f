import { condition as schema, type Condition } from '../../../../../contracts/conditions';
import { draftOf, isGroup, newGroup, newTest, writeCondition } from './draft';

const test = { field: 'arr', operator: 'above', value: 50_000 } as const;
const other = { field: 'tier', operator: 'in', value: ['growth', 'starter'] } as const;
const gone = { field: 'email', operator: 'empty' } as const;

const again = (condition: Condition) => writeCondition(draftOf(condition)).condition;

describe('a condition as a tree to edit', () => {
  it.each<[string, Condition]>([
    ['all of several', { all: [test, other] }],
    ['any of several', { any: [test, gone] }],
    ['groups in groups', { all: [test, { any: [other, { all: [gone, test] }] }] }],
    ['none of several', { not: { any: [test, other] } }],
    ['not all of several', { not: { all: [test, other] } }],
  ])('is the same condition again: %s', (_what, condition) => {
    expect(again(condition)).toEqual(condition);
    expect(schema.parse(again(condition))).toEqual(condition);
  });

  it.each<[string, Condition, Condition]>([
    ['a lone condition gets a group', test, { all: [test] }],
    ['a lone condition that is not to hold, too', { all: [{ not: test }, other] }, { all: [{ not: { all: [test] } }, other] }],
    ['twice not is as it was', { not: { not: { any: [test, other] } } }, { any: [test, other] }],
  ])('says the same in the words of the editor: %s', (_what, condition, expected) => expect(again(condition)).toEqual(expected));

  it('knows which part stands where', () => {
    const root = newGroup('all', [newTest(), newGroup('none', [newTest(), newTest()])]);
    const [first, group] = root.parts;
    if (!first || !group || !isGroup(group)) throw new Error('no parts');
    expect([...writeCondition(root).places]).toEqual([
      ['when', root.id],
      ['when.all[0]', first.id],
      ['when.all[1]', group.id],
      ['when.all[1].not.any[0]', group.parts[0]?.id],
      ['when.all[1].not.any[1]', group.parts[1]?.id],
    ]);
  });
});
