import { OWN_BY_CONDITION } from './by-hand.mjs';
import { CUSTOMER } from './variants.mjs';

export const PASSWORD = 'Roster-bench-1';
export const emailOf = (key) => `${key}@bench.test`;

const authenticated = (strapi) => strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });

const addUser = async (strapi, key) => {
  const role = await authenticated(strapi);
  const data = { username: key, email: emailOf(key), provider: 'local', confirmed: true, blocked: false, role: role.id };
  return strapi.db.query('plugin::users-permissions.user').create({ data });
};

/** The one role of everybody in the panel. The stock sites give it what the plugin gives at each request. */
const panelRole = async (strapi) =>
  (await strapi.db.query('admin::role').findOne({ where: { name: 'Bench' } })) ?? strapi.service('admin::role').create({ name: 'Bench', description: 'Everybody' });

const addPanelUser = async (strapi, key) => {
  const role = await panelRole(strapi);
  return strapi.service('admin::user').create({ firstname: key, email: emailOf(key), password: PASSWORD, isActive: true, roles: [role.id] });
};

/** What stands in the owner column for this user: his member, or without the plugin the user himself. */
const ownerFor = async (strapi, key, { user, panelUser }) => {
  const roster = strapi.plugin('roster');
  if (!roster) return user.documentId;
  const member = await roster.service('members').create({ email: user.email, name: key, role: 'csm', apiUser: user.documentId, panelUser: panelUser.documentId });
  return member.documentId;
};

/** One user at each door for each book, and a member where there is a team. Answers what stands in the owner column for whom. */
export const addPeople = async (strapi, keys) => {
  const owners = {};
  for (const key of keys) owners[key] = await ownerFor(strapi, key, { user: await addUser(strapi, key), panelUser: await addPanelUser(strapi, key) });
  return owners;
};

export const tokensOf = async (strapi, keys) => {
  const tokens = {};
  for (const key of keys) {
    const user = await strapi.db.query('plugin::users-permissions.user').findOne({ where: { username: key } });
    tokens[key] = await strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
  }
  return tokens;
};

/** The rights on the site's own types that the plugin gives a csm at each door: a stock site must tick the same ones. */
export const rightsOfMember = async (strapi, member) => {
  const { actors, rights, panelRights } = strapi.plugin('roster').service('enforcement').internals;
  const actor = await actors.ofMember(member);
  return {
    api: rights.of({ state: {} }, actor, []).map(({ action }) => action).filter((action) => action.startsWith('api::')),
    panel: panelRights.onGovernedTypes(actor),
  };
};

export const tick = async (strapi, actions) => {
  const role = await authenticated(strapi);
  for (const action of actions) await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
};

/** The same for the panel; by hand with a condition on customers, which is the host's own way to narrow a right. */
export const tickPanel = async (strapi, { rights, byHand }) => {
  const role = await panelRole(strapi);
  for (const { action, subject, properties } of rights) {
    const conditions = byHand && subject === CUSTOMER ? [OWN_BY_CONDITION] : [];
    const all = { ...properties, ...(properties.locales === null && { locales: ['en'] }) };
    await strapi.db.query('admin::permission').create({ data: { action, subject, properties: all, conditions, actionParameters: {}, role: role.id } });
  }
};

const UNBOUND = ['api::region.region.find', 'api::region.region.findOne'];

/** A type that nobody governs, open to everybody on all sites. */
export const addUnbound = async (strapi) => {
  await tick(strapi, UNBOUND);
  for (let number = 1; number <= 100; number += 1) await strapi.documents('api::region.region').create({ data: { name: `Region ${number}` } });
};
