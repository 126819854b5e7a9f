const authenticated = (strapi) => strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });

const addUser = async (strapi, key) => {
  const role = await authenticated(strapi);
  const data = { username: key, email: `${key}@bench.test`, provider: 'local', confirmed: true, blocked: false, role: role.id };
  return strapi.db.query('plugin::users-permissions.user').create({ data });
};

/** What stands in the owner column for this user: his member, or without the plugin the user himself. */
const ownerFor = async (strapi, key, user) => {
  const roster = strapi.plugin('roster');
  if (!roster) return user.documentId;
  const member = await roster.service('members').create({ email: user.email, name: key, role: 'csm', apiUser: user.documentId });
  return member.documentId;
};

/** One user of the site for each book, and a member where there is a team. Answers what stands in the owner column for whom. */
export const addPeople = async (strapi, keys) => {
  const owners = {};
  for (const key of keys) owners[key] = await ownerFor(strapi, key, await addUser(strapi, key));
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

/** The rights on the site's own types that the plugin gives a csm: a stock site must tick the same ones. */
export const rightsOfMember = async (strapi, member) => {
  const { actors, rights } = strapi.plugin('roster').service('enforcement').internals;
  return rights.of(await actors.ofMember(member), []).map(({ action }) => action).filter((action) => action.startsWith('api::'));
};

export const tick = async (strapi, actions) => {
  const role = await authenticated(strapi);
  for (const action of actions) await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
};
