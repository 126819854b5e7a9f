import request from 'supertest';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { createApiUser, createPanelUser, PASSWORD as SEEDED } from '../../support/people';
import { describeOnEachDb, openSite, type Site } from '../../support/site';

const PASSWORD = 'A good one 1';
const PROFILE = { name: 'Maria Sol', timezone: 'America/Bogota', language: 'es', password: PASSWORD };

describeOnEachDb('users that are there before an invitation is accepted', (db) => {
  let site: Site;
  let mailbox: Mailbox;

  beforeAll(async () => {
    site = await openSite({ db, customers: 12 });
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  const invite = async (data: object) => (await site.as('ana@roster.test')).post('/api/roster/invitations').send({ data }).expect(200);
  const accept = (token: string, data: object = PROFILE) => request(site.url).post('/api/roster/invitations/accept').send({ data: { token, ...data } });
  const preview = (token: string) => request(site.url).post('/api/roster/invitations/preview').send({ data: { token } });
  const signIn = (identifier: string, password = PASSWORD) => request(site.url).post('/api/auth/local').send({ identifier, password });

  it('[A030] who signed up before with the address of somebody who is invited gains nothing by it', async () => {
    const { email } = await createApiUser(site.strapi, 'squatted');
    const token = (await signIn(email, SEEDED).expect(200)).body.jwt as string;
    await invite({ email, role: 'director' });
    expect((await preview(mailbox.secretFor(email)).expect(200)).body.data).toMatchObject({ hasAccount: false });
    await accept(mailbox.secretFor(email)).expect(200);
    expect((await signIn(email, SEEDED)).status).toBe(400);
    await request(site.url).get('/api/customers').set('Authorization', `Bearer ${token}`).expect(401);
    await request(site.url).get('/api/customers').set('Authorization', `Bearer ${(await signIn(email).expect(200)).body.jwt}`).expect(200);
  });

  it('[A030] who has confirmed his address there keeps his password, and needs no other', async () => {
    const store = site.strapi.store({ type: 'plugin', name: 'users-permissions' });
    const advanced = (await store.get({ key: 'advanced' })) as object;
    await store.set({ key: 'advanced', value: { ...advanced, email_confirmation: true } });
    const { email } = await createApiUser(site.strapi, 'confirmed');
    await createPanelUser(site.strapi, 'confirmed');
    await invite({ email, role: 'viewer' });
    expect((await preview(mailbox.secretFor(email)).expect(200)).body.data).toMatchObject({ hasAccount: true });
    const { password: _none, ...profile } = PROFILE;
    await accept(mailbox.secretFor(email), profile).expect(200);
    await signIn(email, SEEDED).expect(200);
    await store.set({ key: 'advanced', value: advanced });
  });
});
