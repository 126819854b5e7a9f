import { auditLog, type AuditLog } from '../support/audit-log';
import { openReceiver, type Receiver } from '../support/receiver';
import { table } from '../support/roster';
import { violationsOf } from './axe';
import { shoot } from './looking';
import { openPage, usePanel } from './panel';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

describe('receivers of the log in the panel', () => {
  let receiver: Receiver;
  // Filled before the site starts: until then nobody knows where the receiver listens.
  const streams: object[] = [];
  beforeAll(async () => {
    receiver = await openReceiver();
    streams.push(...['siem', 'archive'].map((name) => ({ name, url: `${receiver.url}/${name}`, secret: SECRET, allowPrivate: true })));
  });
  const at = usePanel({ customers: 6, configOverride: { 'plugin::roster': { audit: { streams } } } });
  afterAll(() => receiver.close());

  const deliver = async () => {
    await auditLog(at.site.strapi).seal();
    await (auditLog(at.site.strapi) as AuditLog & { streams: { deliver(): Promise<void> } }).streams.deliver();
  };
  const row = (name: string) => at.page.getByRole('row', { name: new RegExp(`^${name}`) });
  const open = async () => {
    await openPage(at.page, 'Audit');
    await at.page.locator('summary').filter({ hasText: /^Receivers/ }).click();
    await row('siem').waitFor();
  };

  it('are shown with how it goes', async () => {
    await deliver();
    await open();
    await row('siem').getByText('Up to date').waitFor();
    await row('archive').getByText('Up to date').waitFor();
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await shoot(at.page, 'streams-current');
  });

  it('one that is down says so, and is tried at once by its button', async () => {
    receiver.reply = ({ path }) => (path === '/archive' ? 503 : 204);
    await auditLog(at.site.strapi).record({ action: 'member.restricted', actor: { kind: 'system' }, target: { type: 'member', id: 'x' } });
    await deliver();
    await open();
    await at.page.getByText('Receivers: one is not to be reached, or has refused something').waitFor();
    await row('archive').getByText(/The last attempt ended with 503/).waitFor();
    expect(await violationsOf(at.page, 'main')).toEqual([]);
    await shoot(at.page, 'streams-failing');
    receiver.reply = () => 204;
    await at.page.getByRole('button', { name: 'Try now: archive' }).click();
    await row('archive').getByText('Up to date').waitFor();
  });

  it('what one has refused is sent again, or given up', async () => {
    const events = (await at.site.strapi.db.query('plugin::roster.audit-entry' as never).findMany({ where: { place: { $lt: 2 } } as never })) as unknown as { eventId: string; place: number; action: string }[];
    for (const { eventId, place, action } of events) {
      await table(at.site.strapi, 'audit-letter').create({ data: { stream: 'archive', eventId, place, action, problem: '422', refusedAt: new Date().toISOString() } as never });
    }
    await open();
    await row('archive').getByRole('button', { name: '2 refused' }).click();
    const dialog = at.page.getByRole('dialog');
    await dialog.getByText(/The receiver said several times/).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'streams-letters');
    const before = receiver.taken('/archive').length;
    await dialog.getByRole('button', { name: 'Send again: Place 0' }).click();
    await at.page.getByText('It has arrived.').waitFor();
    expect(receiver.taken('/archive').slice(before).map(({ id }) => id)).toContain(events.find(({ place }) => place === 0)?.eventId);
    await dialog.getByRole('button', { name: 'Give up: Place 1' }).click();
    await dialog.getByText('Nothing is refused any more.').waitFor();
  });

  it('is sent everything again from a place on', async () => {
    await open();
    await at.page.getByRole('button', { name: 'Send again: siem' }).click();
    const dialog = at.page.getByRole('dialog');
    await dialog.getByText('Every entry from a place in the log on is sent once more.', { exact: false }).waitFor();
    expect(await violationsOf(at.page, '[role=dialog]')).toEqual([]);
    await shoot(at.page, 'streams-replay');
    const before = receiver.taken('/siem').length;
    await dialog.getByRole('button', { name: 'Send again' }).click();
    await at.page.getByText('siem is being sent the log again.').waitFor();
    await row('siem').getByText('Up to date').waitFor();
    expect(receiver.taken('/siem').slice(before)[0]).toMatchObject({ sequence: '0' });
  });
});
