import { membersIn } from './members-in';

const [CARLA, CHEN, ACME] = ['carla', 'chen', 'acme'].map((name) => name.padEnd(24, 'x')) as [string, string, string];

describe('members in what was told', () => {
  it.each([
    ['who owned and who owns', { from: CARLA, to: CHEN, source: 'manual', rule: ACME }, [CARLA, CHEN]],
    ['nobody', { from: null, to: CARLA }, [CARLA]],
    ['moves of a job, and not their records', { moves: [{ record: ACME, from: CARLA, to: CHEN }, { record: ACME, from: CHEN, to: CARLA }] }, [CARLA, CHEN]],
    ['a target of a rule', { from: { target: { member: CARLA } }, to: { target: { rotation: { members: [CHEN] }, coOwners: [CARLA] } } }, [CARLA, CHEN]],
    ['roles, territories and moments', { from: 'csm', to: ['north', '2026-11-28T12:00:00.000Z'] }, []],
    ['nothing', {}, []],
  ])('%s', (_what, details, expected) => {
    expect(membersIn(details)).toEqual(expected);
  });
});
