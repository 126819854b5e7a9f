import { matrixCells } from '../../support/matrix-cases';
import { openSite, type Site } from '../../support/site';

const CELLS = matrixCells();

/** Which row of the specification speaks about a feature's cells. */
const ROW: Readonly<Record<string, string>> = {
  customer_360: 'A011',
  health_scoring: 'A012',
  segments: 'A013',
  playbooks: 'A014',
  renewals: 'A015',
  dashboard: 'A016',
  data_export: 'A017:cells',
  team_management: 'A018',
  analytics: 'A019',
  custom_fields: 'A020',
  notifications: 'A021',
};

const PERSON: Readonly<Record<string, string>> = { admin: 'ana', director: 'dora', csm: 'carla', viewer: 'vera' };

describe('the 352 cells over REST', () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite({ customers: 20 });
  });
  afterAll(() => site.close());

  it('are 352', () => {
    expect(CELLS).toHaveLength(352);
  });

  it.each(CELLS.map(({ role, feature, action, scope }) => [ROW[feature], role, feature, action, scope] as const))(
    '[%s] %s: %s.%s is %s',
    async (_row, role, feature, action, scope) => {
      const agent = await site.as(`${PERSON[role]}@roster.test`);
      const { status, body } = await agent.get(`/api/probe/${feature}/${action}`);
      if (scope === 'none') {
        expect({ status, code: body.error?.details?.code, data: body.data }).toEqual({ status: 403, code: 'PERMISSION_DENIED', data: null });
      } else expect({ status, data: body.data }).toEqual({ status: 200, data: { feature, action } });
    },
  );

  it('[A018] a csm and a viewer are refused the team altogether, not answered with nothing', async () => {
    for (const person of ['carla', 'vera']) {
      const agent = await site.as(`${person}@roster.test`);
      const { status, body } = await agent.get('/api/probe/team_management/view');
      expect({ status, data: body.data, feature: body.error.details.feature }).toEqual({ status: 403, data: null, feature: 'team_management' });
    }
  });

  it('[A024] a dash refuses a list with 403 before any look-up, not with an empty 200', async () => {
    const carla = await site.as('carla@roster.test');
    const { status, body } = await carla.get('/api/analytics/summary');
    expect({ status, code: body.error.details.code, feature: body.error.details.feature }).toEqual({
      status: 403,
      code: 'PERMISSION_DENIED',
      feature: 'analytics',
    });
  });

  it('tell nobody and strangers that they are no members', async () => {
    const stranger = await site.as('nina@roster.test');
    const { status, body } = await stranger.get('/api/probe/customer_360/view');
    expect({ status, code: body.error.details.code }).toEqual({ status: 403, code: 'NOT_A_MEMBER' });
    expect((await site.http.get('/api/probe/customer_360/view')).status).toBe(403);
  });
});
