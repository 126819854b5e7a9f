import { ruleRequest, type RuleInfo } from '../../../../contracts/http-rules';
import { fieldErrorAt } from './field-errors';
import { gapsIn, requestOf, ruleDraftOf, writeRule, type RuleDraft } from './rule-draft';

const carla = { documentId: 'carla', name: 'Carla', status: 'active' };
const chen = { documentId: 'chen', name: 'Chen', status: 'active' };

const rule = (target: Partial<RuleInfo['target']>, values: Partial<RuleInfo> = {}): RuleInfo => ({
  documentId: 'r1',
  name: 'Large ones',
  type: 'api::customer.customer',
  position: 1,
  isActive: true,
  when: { all: [{ field: 'arr', operator: 'above', value: 50_000 }] },
  target: { member: null, rotation: null, coOwners: [], ...target },
  override: false,
  startsAt: null,
  endsAt: null,
  problem: null,
  ...values,
});

const rotation = { mode: 'least', measure: 'value', pool: ['carla', 'chen'], partition: 'segment' } as const;

describe('a rule that is sent back as it came', () => {
  it.each<[string, RuleInfo, object]>([
    ['to a member', rule({ member: carla }), { member: 'carla', coOwners: [] }],
    ['to a member, with help', rule({ member: carla, coOwners: [chen] }), { member: 'carla', coOwners: ['chen'] }],
    ['by turns of those who are chosen', rule({ rotation: { ...rotation, pool: [...rotation.pool] } }), { rotation, coOwners: [] }],
    ['by turns of everybody', rule({ rotation: { mode: 'strict', measure: 'count', pool: 'everyone', partition: null } }), { rotation: { mode: 'strict', measure: 'count', pool: 'everyone', partition: null }, coOwners: [] }],
    ['to co-owners alone', rule({ coOwners: [carla] }), { coOwners: ['carla'] }],
  ])('%s', (_what, info, target) => {
    const request = requestOf(info);
    expect(ruleRequest.parse(request)).toEqual(request);
    expect(request).toEqual({ name: 'Large ones', type: info.type, isActive: true, when: info.when, target, override: false, startsAt: null, endsAt: null });
  });

  it('keeps its dates and its override', () => {
    const times = { override: true, startsAt: '2026-01-01T00:00:00.000Z', endsAt: '2026-02-01T00:00:00.000Z' };
    expect(requestOf(rule({ member: carla }, times))).toMatchObject(times);
  });
});

describe('a rule that is written', () => {
  const draft = (values: Partial<RuleDraft>): RuleDraft => ({ ...ruleDraftOf(rule({ member: carla })), ...values });

  it('measures only where it matters', () => {
    const { target } = writeRule(draft({ recipient: 'rotation', mode: 'weighted', measure: 'value' }), 't').rule;
    expect(target.rotation?.measure).toBe('count');
  });

  it.each<[string, Partial<RuleDraft>, string[]]>([
    ['nothing', {}, []],
    ['a name', { name: ' ' }, ['name']],
    ['a member', { member: '' }, ['member']],
    ['who takes turns', { recipient: 'rotation', pool: 'chosen', chosen: [] }, ['chosen']],
    ['a co-owner', { recipient: 'coOwners' }, ['coOwners']],
    ['an end after its start', { startsAt: '2026-02-01T00:00:00.000Z', endsAt: '2026-01-01T00:00:00.000Z' }, ['endsAt']],
  ])('lacks %s', (_what, values, gaps) => expect([...gapsIn(draft(values))]).toEqual(gaps));

  it.each([
    ['data.name', 'name'],
    ['data.target.member', 'member'],
    ['data.rule.target.coOwners[1]', 'coOwners'],
    ['data.endsAt', 'endsAt'],
  ])('shows what the server says of %s at its input', (path, input) => expect(fieldErrorAt(path, 'no', draft({}))).toEqual({ [input]: 'no' }));

  it('shows nothing at inputs that are not there', () => {
    for (const path of ['data.target.rotation.pool[0]', 'data.target', 'data.when.all[0]']) expect(fieldErrorAt(path, 'no', draft({}))).toEqual({});
    expect(fieldErrorAt('data.target.rotation.pool[0]', 'no', draft({ recipient: 'rotation', pool: 'chosen' }))).toEqual({ chosen: 'no' });
  });
});
