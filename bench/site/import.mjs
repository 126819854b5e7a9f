import { endWatch, startWatch } from './audit.mjs';

/** One of so many rows names no address, and one of as many no role. */
const BAD_EVERY = 66;

let round = 0;

const fileOf = (rows) => {
  const lines = ['email,role,territory_id'];
  round += 1;
  for (let row = 0; row < rows; row += 1) {
    const email = row % BAD_EVERY === 0 ? `no address ${row}` : `import${round}.${row}@example.test`;
    lines.push(`${email},${row % BAD_EVERY === 1 ? 'emperor' : 'csm'},`);
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
};

const seconds = async (work) => {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
};

const team = (strapi) => strapi.plugin('roster').service('team');

/** Takes the place of the mail provider: mails leave when the gate is open, and then at once. */
const holdMails = (strapi) => {
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  strapi.plugin('email').provider.send = () => gate;
  return open;
};

/** A file from the upload's bytes to the last audited invitation, while no mail leaves; then how fast these go to a provider that takes none of the time. */
export const importPeople = (strapi, { rows }) =>
  strapi.plugin('roster').service('enforcement').asSystem(async () => {
    const { enforcement, open } = { enforcement: strapi.plugin('roster').service('enforcement'), open: holdMails(strapi) };
    const { imports, invitations } = team(strapi);
    const bytes = fileOf(rows);
    await startWatch();
    const plan = await seconds(() => imports.plan({ bytes, name: 'people.csv' }, enforcement.actor()));
    const run = await seconds(async () => {
      await imports.start(plan.result.documentId, enforcement.actor());
      await imports.finished(plan.result.documentId);
    });
    const watched = endWatch();
    open();
    const mails = await seconds(() => invitations.sender.idle());
    const { status, rows: counts, mails: sent } = await imports.show(await imports.find(plan.result.documentId));
    if (status !== 'done' || sent.waiting > 0) throw new Error(`The import is ${status}; ${sent.waiting} mails wait.`);
    return { rows, invited: counts.invited, planSeconds: plan.seconds, runSeconds: run.seconds, mailsPerSecond: counts.invited / mails.seconds, ...watched };
  });

/** The same people one by one, as a script against the endpoint's own service would. Seconds each. */
export const inviteOneByOne = (strapi, { count }) =>
  strapi.plugin('roster').service('enforcement').asSystem(async () => {
    holdMails(strapi)();
    const actor = strapi.plugin('roster').service('enforcement').actor();
    round += 1;
    const { seconds: all } = await seconds(async () => {
      for (let one = 0; one < count; one += 1) await team(strapi).invitations.invite(actor, { email: `single${round}.${one}@example.test`, role: 'csm' });
    });
    return all / count;
  });
