import { roster } from '../../support/roster';
import { email, sessionsAt, type SessionInfo } from '../../support/sessions';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

describeOnEachDb('sessions of somebody who has more', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6 });
    world = await worldOf(site.strapi);
    const cells = ['view', 'update'].map((action) => ({ role: 'viewer', feature: 'team_management', action, scope: 'all' as const }));
    await roster(site.strapi, 'access').setCells(cells, { kind: 'system' });
  });
  afterAll(() => site.close());

  const { bearer, token, panelToken, asked } = sessionsAt(() => site);

  it.each(['/roster', '/api/roster'] as const)('[X8] are neither seen nor ended by who manages the team with less, by %s', async (base) => {
    const vera = bearer(base === '/roster' ? await panelToken('vera') : await token('vera'));
    const jwt = await token('ana');
    const of = (key: string) => `${base}/members/${world.members[key]}/sessions`;
    const [session] = (await (await site.asAdmin(email('ana'))).get(`/roster/members/${world.members['ana']}/sessions`).expect(200)).body.data as SessionInfo[];
    for (const answer of [await vera.get(of('ana')), await vera.delete(of('ana')), await vera.delete(`${of('ana')}/${session?.id}`)]) {
      expect([answer.status, answer.body.error?.details?.code]).toEqual([403, 'ROLE_BEYOND_CEILING']);
    }
    expect(await asked(jwt)).toEqual([200, undefined]);
    // Of whoever has no more than he they are his to end.
    await vera.get(of('viktor')).expect(200);
  });
});
