import request from 'supertest';
import type { Mailbox } from './mailbox';
import { CUSTOMER, roster, table } from './roster';
import type { Site } from './site';
import { createApiToken, createPanelToken } from './tokens';
import type { World } from './world';

/** Somebody whose name stands nowhere else on the site. */
export const ZYTA = { name: 'Zyta Quellnhofer', email: 'zyta.quellnhofer@x.test', password: 'Quelle-2026' } as const;
export const ZYTAS_WORDS = ['zyta', 'quellnhofer', '+41 79 555 01 99'] as const;

export interface Leaver {
  readonly member: string;
  readonly apiUser: string;
  readonly panelUser: string;
  readonly book: readonly string[];
  readonly apiToken: { readonly documentId: string; readonly accessKey: string };
  readonly panelToken: { readonly accessKey: string };
  readonly jwt: string;
  readonly refreshToken: string;
  readonly panelJwt: string;
  readonly browser: ReturnType<typeof request.agent>;
  readonly apiNote: string;
  readonly panelNote: string;
}

const DEVICE = '00000000-0000-4000-8000-00000000000a';

/** Joins by an invitation, and leaves traces wherever somebody who works here does. Needs `JWT_MANAGEMENT=refresh`. */
export const bringInZyta = async (site: Site, world: World, mailbox: Mailbox): Promise<Leaver> => {
  const { strapi, url } = site;
  const { name, email, password } = ZYTA;
  const ana = await site.as('ana@roster.test');
  const [first, second, third, helped] = world.plan.filter(({ owner }) => owner === 'carla').map(({ documentId }) => documentId) as [string, string, string, string];
  const book = [first, second, third];

  // Joining, and failing to sign in.
  const invited = await ana.post('/api/roster/invitations').send({ data: { email, role: 'csm', language: 'es', territories: ['north'], book: book.map((record) => ({ type: CUSTOMER, record })) } }).expect(200);
  await ana.post(`/api/roster/invitations/${invited.body.data.documentId}/resend`).expect(200);
  await request(url).post('/api/roster/invitations/accept').send({ data: { token: mailbox.secretFor(email), name, timezone: 'Europe/Zurich', language: 'es', password } }).expect(200);
  await request(url).post('/api/auth/local').send({ identifier: email.toUpperCase(), password: 'wrong' });

  // Signing in, at both doors.
  const { body: session } = await request(url).post('/api/auth/local').send({ identifier: email, password, deviceId: DEVICE }).expect(200);
  const browser = request.agent(url);
  const { body: panel } = await browser.post('/admin/login').send({ email, password, deviceId: DEVICE, rememberMe: true }).expect(200);
  const stored = (await table(strapi, 'member').findOne({ where: { email } as never })) as unknown as { documentId: string; apiUser: string; panelUser: string };
  const member = stored.documentId;

  // Writing, at both doors.
  const write = (agent: request.Test, token: string, data: object) => agent.set('authorization', `Bearer ${token}`).send(data);
  const apiNote = (await write(request(url).post('/api/notes'), session.jwt, { data: { title: 'By the API', customer: first } }).expect(201)).body.data.documentId;
  const panelNote = (await write(request(url).post('/content-manager/collection-types/api::note.note'), panel.data.token, { title: 'In the panel', customer: { connect: [{ documentId: first }] } }).expect(201)).body.data.documentId;

  // What others did with her, and said of her.
  await roster(strapi, 'books').addCoOwner(CUSTOMER, helped, member);
  const unseen = world.plan.find(({ owner }) => owner === 'cyrus')?.documentId as string;
  await roster(strapi, 'books').share(CUSTOMER, unseen, member);
  await ana.put(`/api/roster/members/${member}/availability`).send({ data: { weight: 2, capacity: 50 } }).expect(200);
  const apiToken = await createApiToken(strapi, `The import of ${name}`, ['api::customer.customer.find']);
  await (await site.asAdmin('super@roster.test')).put(`/roster/api-tokens/${apiToken.documentId}/binding`).send({ data: { member } }).expect(200);
  const panelToken = await createPanelToken(strapi, `A script of ${name}`, email, []);
  await (await site.asAdmin('ana@roster.test')).put(`/roster/api-tokens/${panelToken.documentId}/binding`).send({ data: { member } }).expect(200);
  await ana.post('/api/roster/rules').send({ data: { type: CUSTOMER, name: `For ${name}`, when: { field: 'name', operator: 'equals', value: 'Nobody of that name' }, target: { member } } }).expect(200);
  const { body: plan } = await ana.post('/api/roster/rebalance/plans').send({ data: { type: CUSTOMER, filter: { records: [third] }, by: { member: world.members['chen'] }, note: `${name} (${email}) is on leave` } }).expect(200);
  await ana.post(`/api/roster/rebalance/${plan.data.documentId}/start`).send({ data: { token: plan.meta.token } }).expect(200);
  await (strapi.plugin('roster').service('rebalance') as { finished(job: string): Promise<void> }).finished(plan.data.documentId);
  await table(strapi, 'conflict').create({ data: { job: plan.data.documentId, position: 0, reason: 'unknown-member', line: 2, value: email } as never });
  await table(strapi, 'member').updateMany({ where: { documentId: member } as never, data: { phone: ZYTAS_WORDS[2] } as never });
  await table(strapi, 'picture').create({ data: { member, mime: 'image/png', content: 'the face of Zyta' } as never });
  await table(strapi, 'mailed-link').create({ data: { purpose: 'sign-in', key: email, member, email, door: 'api', expiresAt: new Date().toISOString() } as never });
  await table(strapi, 'import-row').create({ data: { job: 'a-file', position: 0, line: 2, email, role: 'csm', status: 'done' } as never });
  await table(strapi, 'observation').create({ data: { key: 'zytas', feature: 'customer_360', action: 'view', code: 'OUT_OF_SCOPE', route: 'GET /x', role: 'csm', personKind: 'member', person: member, requests: 1, records: 1, firstAt: new Date().toISOString(), lastAt: new Date().toISOString() } as never });
  return { ...stored, member, book, apiToken, panelToken, jwt: session.jwt, refreshToken: session.refreshToken, panelJwt: panel.data.token, browser, apiNote, panelNote };
};
