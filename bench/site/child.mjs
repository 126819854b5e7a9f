// A site in a process of its own: boots, listens, and does what its parent asks over IPC.
import { PLAYGROUND, requireOfSite } from '../support/paths.mjs';
import { act, endWatch, fillLog, prepareActions, promote, readLog, sealLog, searchLog, startWatch, verifyLog, writeAudited, writtenSoFar } from './audit.mjs';
import { filterByHand } from './by-hand.mjs';
import { addRules, createCustomers, switchRules } from './creates.mjs';
import { importPeople, inviteOneByOne } from './import.mjs';
import { addPeople, addUnbound, rightsOfMember, tick, tickPanel, tokensOf } from './people.mjs';
import { changeOneByOne, jobState, rebalanceBook, startRebalance, startUndo } from './rebalance.mjs';
import { VARIANTS } from './variants.mjs';
import { registerActions, widenRole } from './wide-role.mjs';

const variant = VARIANTS[process.argv[2]];
const app = requireOfSite('./src/index.js');
// An empty site is filled by the bench.
app.bootstrap = registerActions;
if (variant.byHand) app.register = filterByHand;

const { createStrapi } = requireOfSite('@strapi/strapi');
const strapi = createStrapi({ appDir: PLAYGROUND, distDir: PLAYGROUND, autoReload: false, serveAdminPanel: false });

let statements = [];
const note = ({ sql }) => statements.push(sql);

const commands = {
  addPeople: (keys) => addPeople(strapi, keys),
  rightsOfMember: (member) => rightsOfMember(strapi, member),
  tick: (actions) => tick(strapi, actions),
  tickPanel: (rights) => tickPanel(strapi, { rights, byHand: variant.byHand }),
  addUnbound: () => addUnbound(strapi),
  tokensOf: (keys) => tokensOf(strapi, keys),
  widenRole: () => widenRole(strapi),
  addRules: (options) => addRules(strapi, options),
  switchRules: (isActive) => switchRules(strapi, isActive),
  createCustomers: (count) => createCustomers(strapi, count),
  rebalanceBook: (options) => rebalanceBook(strapi, options),
  startRebalance: (options) => startRebalance(strapi, options),
  startUndo: (job) => startUndo(strapi, job),
  jobState: (job) => jobState(strapi, job),
  importPeople: (options) => importPeople(strapi, options),
  inviteOneByOne: (options) => inviteOneByOne(strapi, options),
  writeAudited: (options) => writeAudited(strapi, options),
  writtenSoFar,
  promote: (member) => promote(strapi, member),
  fillLog: (options) => fillLog(strapi, options),
  sealLog: () => sealLog(strapi),
  verifyLog: () => verifyLog(strapi),
  readLog: () => readLog(strapi),
  startWatch,
  endWatch,
  prepareActions: (count) => prepareActions(strapi, count),
  act: (options) => act(strapi, options),
  searchLog: (searches) => searchLog(strapi, searches),
  changeOneByOne: (options) => changeOneByOne(strapi, options),
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
  memory() {
    for (let times = 0; times < 3; times += 1) globalThis.gc();
    return process.memoryUsage();
  },
  noteStatements() {
    statements = [];
    strapi.db.connection.on('query', note);
  },
  notedStatements() {
    strapi.db.connection.removeListener('query', note);
    return statements;
  },
};

process.on('message', async ({ id, command, argument }) => {
  try {
    process.send({ id, result: (await commands[command](argument)) ?? null });
  } catch (error) {
    process.send({ id, error: error.stack });
  }
});

// Without its parent nobody needs it. A plain exit: it lets a profile be written, and there is nothing to save.
process.on('disconnect', () => process.exit(0));

await strapi.load();
strapi.server.mount();
const { httpServer } = strapi.server;
httpServer.listen(0, '127.0.0.1', () => {
  process.send({ ready: { port: httpServer.address().port, bootMs: performance.now() } });
});
