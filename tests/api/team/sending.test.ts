import path from 'node:path';

import { importsOn, many } from '../../support/imports';
import { openMailbox, type Mailbox } from '../../support/mailbox';
import { outer } from '../../support/outer';
import { ROOT } from '../../support/paths';
import { table } from '../../support/roster';
import { describeOnEachDb, openSite, type Site } from '../../support/site';
import { shiftTime } from '../../support/time';
import { until } from '../../support/until';

const MINUTE_MS = 60_000;

/** So many are handed to the provider at once. */
const AT_ONCE = 8;

describeOnEachDb('mails of invitations on their way', (db) => {
  let site: Site;
  let mailbox: Mailbox;
  const { ana, team, planned, start } = importsOn(() => site);

  beforeAll(async () => {
    site = await openSite({ db, configOverride: { 'plugin::roster': { team: { url: 'https://acme.example.com/welcome' } } } });
    mailbox = openMailbox(site.strapi);
  });
  afterAll(() => site.close());

  /** Another node's sender: it knows nothing of the first but what is in the database. */
  const another = () => {
    const { default: plugin } = outer.require(path.join(ROOT, 'strapi-server.js')) as { default: { services: { team(context: object): ReturnType<typeof team> } } };
    return plugin.services.team({ strapi: site.strapi }).invitations.sender;
  };

  const invited = async (name: string, people: number): Promise<void> => {
    const { documentId } = await planned(many(name, people));
    await start(documentId);
    await team().imports.finished(documentId);
  };
  const mailsTo = (name: string): string[] => mailbox.mails.flatMap(({ to }) => (to.startsWith(name) ? [to] : []));
  const preview = async (token: string) => {
    const { status, body } = await site.http.post('/api/roster/invitations/preview').send({ data: { token } });
    return status === 200 ? 200 : body.error.details.code;
  };

  it('one that nobody heard of again leaves once more when its time is over, not before, and the link of the first is void', async () => {
    const open = mailbox.hold();
    try {
      await invited('lost', 1);
      await until(() => mailsTo('lost').length === 1);
      const first = mailbox.secretFor('lost0@x.test');
      mailbox.pass();
      const other = another();
      for (const minutes of [0, 9]) {
        shiftTime(minutes * MINUTE_MS);
        other.wake();
        await other.idle();
        expect(mailsTo('lost')).toHaveLength(1);
      }
      shiftTime(11 * MINUTE_MS);
      other.wake();
      await other.idle();
      expect(mailsTo('lost')).toHaveLength(2);
      const second = mailbox.secretFor('lost0@x.test');
      expect([await preview(first), await preview(second)]).toEqual(['LINK_INVALID', 200]);
    } finally {
      shiftTime(0);
      open();
      await team().invitations.sender.idle();
    }
    expect(mailsTo('lost')).toHaveLength(2);
  });

  it('one that was sent by hand, or taken back, while others were on their way does not leave with them', async () => {
    const open = mailbox.hold();
    try {
      await invited('row', 30);
      await until(() => mailsTo('row').length === AT_ONCE);
      mailbox.pass();
      const gone = new Set(mailsTo('row'));
      const waiting = ((await table(site.strapi, 'invitation').findMany({ where: { email: { $startsWith: 'row' } } as never })) as unknown as { documentId: string; email: string }[]).filter(({ email }) => !gone.has(email));
      const [resent, revoked] = waiting as [(typeof waiting)[number], (typeof waiting)[number]];
      await (await ana()).post(`/api/roster/invitations/${resent.documentId}/resend`).expect(200);
      await (await ana()).delete(`/api/roster/invitations/${revoked.documentId}`).expect(200);
      const byHand = mailbox.secretFor(resent.email);
      open();
      await team().invitations.sender.idle();
      const all = mailsTo('row');
      expect([all.length, new Set(all).size, all.includes(revoked.email)]).toEqual([29, 29, false]);
      expect([mailbox.secretFor(resent.email), await preview(byHand)]).toEqual([byHand, 200]);
    } finally {
      open();
    }
  });
});
