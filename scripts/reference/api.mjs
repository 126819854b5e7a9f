import fs from 'node:fs';

import { inRoot } from '../lib/root.mjs';
import { load } from '../lib/typescript.mjs';
import { commentOn, commentOnMethod, mustComment } from './doc-comment.mjs';
import { code, fence, page, table } from './markdown.mjs';
import { typeOf } from './shape.mjs';

const PLUGIN = 'server/src/index.ts';
const RIGHTS = 'contracts/panel-permissions.ts';
const FEATURES = 'server/src/features';
const CONTRACTS = fs.readdirSync(inRoot('contracts')).filter((name) => /^(requests|http-.*)\.ts$/.test(name));

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const pascal = (name) => name.split('-').map(capital).join('');

/** What a request is for: the comment on the method that answers it, or on a controller that has only one. */
const purposeOf = (handler) => {
  const [name, method] = handler.split('.');
  const file = fs
    .readdirSync(inRoot(FEATURES))
    .map((feature) => `${FEATURES}/${feature}/http/${name}.controller.ts`)
    .find((candidate) => fs.existsSync(inRoot(candidate)));
  if (!file) throw new Error(`The handler "${handler}" has no file ${name}.controller.ts.`);
  return commentOnMethod(file, method) ?? mustComment(file, `create${pascal(name)}Controller`);
};

/** The right of the host that a route of the panel asks for. */
const rightOf = ({ config }) => config?.policies?.flatMap((policy) => policy.config?.actions ?? []).map(code).join(', ') ?? '';

const rowsOf = (prefix, routes, more = () => []) =>
  routes.map((route) => [code(`${route.method} ${prefix}${route.path}`), ...more(route), purposeOf(route.handler)]);

const shapesOf = (z, file) =>
  Object.entries(load(`contracts/${file}`))
    .filter(([, value]) => value instanceof z.ZodType)
    .map(([name, schema]) => {
    const comment = commentOn(`contracts/${file}`, name);
    const shape = typeOf(z.toJSONSchema(schema, { io: 'input' }));
    return [`### ${code(name)}`, ...(comment ? [comment] : []), fence('ts', shape)].join('\n\n');
  });

const GRAPHQL = fs
  .readdirSync(inRoot(FEATURES))
  .map((feature) => `${FEATURES}/${feature}/graphql.ts`)
  .filter((file) => fs.existsSync(inRoot(file)));

/** What the features add to the schema, in GraphQL's own language, from the margin on. */
const schemaOf = (file) =>
  Object.values(load(file))
    .flatMap(({ typeDefs }) => typeDefs ?? [])
    .map((text) => text.replace(/^ {4}/gm, '').trim())
    .join('\n\n');

export const api = () => {
  const { z } = load('node_modules/zod');
  const { routes } = load(PLUGIN).default;
  const { PANEL_PERMISSIONS, panelAction } = load(RIGHTS);
  return page(
    'API',
    [PLUGIN, ...GRAPHQL, ...CONTRACTS.map((file) => `contracts/${file}`), RIGHTS],
    '## For apps',
    'With the token of a users-permissions user. Every member may ask; what each request takes is decided behind it. Bodies are `{ "data": … }`. Examples: [owners and books](../guides/owners-and-books.md).',
    table([['request', 'for'], ...rowsOf('/api/roster', routes['content-api'].routes)]),
    '## GraphQL',
    'The same for apps that speak GraphQL, where the site has its plugin. Refusals carry their code in `extensions.error.details.code`.',
    fence('graphql', GRAPHQL.map(schemaOf).join('\n\n')),
    '## For the panel',
    "With the token of an administrator, and the page's right.",
    table([['request', 'right', 'for'], ...rowsOf('/roster', routes.admin.routes, (route) => [rightOf(route)])]),
    '## Rights of the panel',
    'Members have them through the matrix, for as long as they have the cell. Somebody who is no member gets them from a role of the host: Settings → Roles → Plugins → Roster.',
    table([['right', 'name'], ...Object.entries(PANEL_PERMISSIONS).map(([key, { displayName }]) => [code(panelAction(key)), displayName])]),
    '## Bodies and answers',
    ...CONTRACTS.flatMap((file) => shapesOf(z, file)),
  );
};
