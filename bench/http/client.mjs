import http from 'node:http';

import { emailOf, PASSWORD } from '../site/people.mjs';

/** One connection that stays open: requests one after the other, as one user's. */
export const connectTo = (port) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  /** Answers status and body. The body is read whole and parsed only when asked for. */
  const send = ({ method = 'GET', path, token, body }) =>
    new Promise((resolve, reject) => {
      const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) };
      const request = http.request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode, text: () => Buffer.concat(chunks).toString() }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });

  return { send, close: () => agent.destroy() };
};

/** Signs somebody in to the panel, and answers his token. */
export const signInToPanel = async ({ send }, key) => {
  const { status, text } = await send({ method: 'POST', path: '/admin/login', body: JSON.stringify({ email: emailOf(key), password: PASSWORD }) });
  if (status !== 200) throw new Error(`Signing in to the panel: ${status} ${text()}`);
  return JSON.parse(text()).data.token;
};
