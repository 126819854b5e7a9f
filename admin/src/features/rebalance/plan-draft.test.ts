import { planRequest } from '../../../../contracts/http-rebalance';
import { rebalanceAddress } from './address';
import { gapsInPlan, planDraftOf, writePlan, type PlanDraft } from './plan-draft';

const draft = (values: Partial<PlanDraft> = {}): PlanDraft => ({ what: 'owner', owner: 'carla', records: [], how: 'rules', member: '', members: [], note: '', ...values });
const arriving = (start: Parameters<typeof rebalanceAddress>[0]) => planDraftOf(new URLSearchParams(rebalanceAddress(start)));

describe('a rebalance on its way to the server', () => {
  it.each<[string, Partial<PlanDraft>, object]>([
    ["a member's book by rules", {}, { filter: { owner: 'carla' }, by: { rules: true }, note: null }],
    ['chosen records to one member', { what: 'records', records: ['a', 'b'], how: 'member', member: 'chen' }, { filter: { records: ['a', 'b'] }, by: { member: 'chen' } }],
    ['a list evenly among several, with a note', { what: 'limbo', how: 'members', members: ['chen', 'cleo'], note: ' Welcome ' }, { filter: { list: 'limbo' }, by: { members: ['chen', 'cleo'] }, note: 'Welcome' }],
    ['all records', { what: 'all' }, { filter: { list: 'all' } }],
  ])('is what the contract takes: %s', (_what, values, expected) => {
    const request = writePlan(draft(values), 'api::customer.customer');
    expect(planRequest.parse(request)).toEqual(request);
    expect(request).toMatchObject(expected);
  });

  it.each<[string, Partial<PlanDraft>, string[]]>([
    ['nothing', {}, []],
    ['whose book', { owner: '' }, ['owner']],
    ['which records', { what: 'records' }, ['records']],
    ['to whom', { how: 'member' }, ['member']],
    ['to whom but himself', { how: 'member', member: 'carla' }, ['self']],
    ['among whom', { how: 'members' }, ['members']],
    ['nothing, whatever else was chosen before', { what: 'all', owner: '', how: 'rules' }, []],
  ])('lacks %s', (_what, values, gaps) => expect([...gapsInPlan(draft(values))]).toEqual(gaps));
});

describe('the address of a rebalance', () => {
  it('fills the form in', () => {
    expect(arriving({ type: 't', owner: 'carla' })).toEqual(draft());
    expect(arriving({ list: 'limbo' })).toMatchObject({ what: 'limbo', owner: '' });
    expect(arriving({ records: ['a', 'b'] })).toMatchObject({ what: 'records', records: ['a', 'b'] });
  });

  it('that says nothing begins with a book', () => expect(planDraftOf(new URLSearchParams('tab=rebalance&list=nonsense'))).toEqual(draft({ owner: '' })));
});
