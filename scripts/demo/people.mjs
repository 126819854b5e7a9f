import { playground } from './site.mjs';

const { PASSWORD, team, outsiders } = (() => {
  const people = playground('seed/people');
  return { ...people, outsiders: people.people.filter(({ key }) => !people.team.some((member) => member.key === key)) };
})();

export const password = PASSWORD;

/** Everybody in the playground, in the order of their roles; who is no member has no role. */
export const accounts = [...team, ...outsiders].map(({ key, name, email, role, territories = [] }) => ({
  key,
  name,
  email,
  role: role ?? 'no member',
  territories,
}));

/** Signs people in through the content API; `public` needs no token. */
export const createAgents = (url) => {
  const tokens = new Map();
  const tokenOf = async (key) => {
    if (key === 'public') return undefined;
    if (!tokens.has(key)) {
      const body = JSON.stringify({ identifier: `${key}@roster.test`, password: PASSWORD });
      const answer = await fetch(`${url}/api/auth/local`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      const { jwt } = await answer.json();
      if (!jwt) throw new Error(`${key} cannot sign in (${answer.status})`);
      tokens.set(key, jwt);
    }
    return tokens.get(key);
  };

  /** Sends a request as somebody; answers status and body. */
  return async (key, method, path, data) => {
    const token = await tokenOf(key);
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...(token && { Authorization: `Bearer ${token}` }), ...(data && { 'Content-Type': 'application/json' }) },
      ...(data && { body: JSON.stringify({ data }) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : undefined };
  };
};
