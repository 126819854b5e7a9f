import { auditLog, rawLog } from '../../support/audit-log';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { worldOf, type World } from '../../support/world';

interface Told {
  readonly action: string;
  readonly actor: { readonly kind: string; readonly member?: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

describeOnEachDb('what the log tells of the team', (db) => {
  let site: Site;
  let world: World;

  beforeAll(async () => {
    site = await openSite({ db, customers: 6 });
    world = await worldOf(site.strapi);
  });
  afterAll(() => site.close());

  const member = (key: string) => world.members[key] as string;
  const put = async (path: string, data: object) => (await site.as('ana@roster.test')).put(`/api/roster${path}`).send({ data }).expect(200);

  /** What the log tells of something, in its order, without what was told while the site was filled. */
  const toldOf = async (targetType: string, target: string): Promise<Told[]> => {
    await auditLog(site.strapi).seal();
    const rows = (await rawLog(site.strapi)('entries').where({ target_type: targetType, target_id: target, actor: member('ana') })) as unknown as { id: number; body: string }[];
    return rows.sort((a, b) => a.id - b.id).map(({ body }) => JSON.parse(body) as Told);
  };

  it('[A088:given] a role that is given: the one before, the one after, and by whom', async () => {
    await put(`/members/${member('viktor')}/role`, { role: 'csm' });
    await put(`/members/${member('viktor')}/role`, { role: 'csm' });
    await put(`/members/${member('viktor')}/role`, { role: 'viewer' });
    expect(await toldOf('member', member('viktor'))).toMatchObject([
      { action: 'member.role-changed', actor: { kind: 'member', member: member('ana') }, details: { from: ['viewer'], to: 'csm' } },
      { action: 'member.role-changed', details: { from: ['csm'], to: 'viewer' } },
    ]);
  });

  it('[A088:edited] a role that is edited: each cell that changed, as it was and as it is', async () => {
    const cell = { role: 'viewer', feature: 'data_export', action: 'export' };
    await put('/matrix', { cells: [{ ...cell, scope: 'own' }, { role: 'viewer', feature: 'analytics', action: 'view', scope: 'all' }] });
    await put('/matrix', { cells: [{ ...cell, scope: 'none' }] });
    const changes = (await toldOf('role', 'viewer')).map(({ details }) => JSON.stringify(details));
    expect(changes).toHaveLength(2);
    expect(changes[0]).toContain('"data_export"');
    expect(changes[0]).not.toContain('"analytics"');
    expect(changes[1]).toContain('"own"');
    expect(changes[1]).toContain('"none"');
  });

  it('[A089:removals] who is deactivated, and who comes back', async () => {
    await put(`/members/${member('vera')}/status`, { status: 'deactivated' });
    await put(`/members/${member('vera')}/status`, { status: 'active' });
    expect(await toldOf('member', member('vera'))).toMatchObject([{ action: 'member.deactivated' }, { action: 'member.reactivated' }]);
  });
});
