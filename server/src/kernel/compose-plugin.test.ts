import { z } from 'zod';
import { composePlugin } from './compose-plugin';
import { defineFeature, type Feature } from './define-feature';

interface Host {
  readonly said: string[];
}

const feature = (rest: Partial<Feature<Host>>): Feature<Host> => defineFeature<Host>({ name: 'members', ...rest });
const compose = (...features: readonly Feature<Host>[]) => composePlugin(features, { afterAdminBootstrap: () => undefined, extendGraphql: () => undefined });

const service = () => ({});
const twice: readonly [string, Partial<Feature<Host>>, RegExp][] = [
  ['a service', { services: { list: service } }, /"members" and "books" both define service "list"/],
  ['a controller', { controllers: { list: () => ({}) } }, /both define controller "list"/],
  ['a policy', { policies: { list: () => true } }, /both define policy "list"/],
  ['a content type', { contentTypes: { list: { schema: {} } } }, /both define content type "list"/],
  ['a key of the configuration', { config: { list: z.string() } }, /both define config key "list"/],
];

describe('the plugin made of its features', () => {
  it.each(twice)('refuses %s that two of them define, and names both', (_what, part, message) => {
    expect(() => compose(feature(part), feature({ ...part, name: 'books' }))).toThrow(message);
    expect(() => compose(feature(part), feature({ name: 'books' }))).not.toThrow();
  });

  it('lists routes in the order of the features, each at its own door', () => {
    const at = (path: string) => ({ method: 'GET' as const, path, handler: 'list.find' });
    const { routes } = compose(feature({ routes: { 'content-api': [at('/a')] } }), feature({ name: 'books', routes: { 'content-api': [at('/b')], admin: [at('/c')] } }));
    expect(routes['content-api']).toEqual({ type: 'content-api', routes: [at('/a'), at('/b')] });
    expect(routes.admin).toEqual({ type: 'admin', routes: [at('/c')] });
  });

  it('runs hooks in the order of the features, `afterAdmin` when the host says so, `destroy` backwards', async () => {
    const says = (name: string): Feature<Host> =>
      feature({
        name,
        register: ({ strapi }) => void strapi.said.push(`${name} register`),
        bootstrap: ({ strapi }) => void strapi.said.push(`${name} bootstrap`),
        afterAdmin: ({ strapi }) => void strapi.said.push(`${name} afterAdmin`),
        destroy: ({ strapi }) => void strapi.said.push(`${name} destroy`),
      });
    const strapi: Host = { said: [] };
    let adminIsUp = async (): Promise<void> => undefined;
    const plugin = composePlugin([says('one'), says('two')], { afterAdminBootstrap: (_strapi, run) => (adminIsUp = run), extendGraphql: () => undefined });
    await plugin.register({ strapi });
    await plugin.bootstrap({ strapi });
    await adminIsUp();
    await plugin.destroy({ strapi });
    expect(strapi.said).toEqual(['register', 'bootstrap', 'afterAdmin'].flatMap((hook) => [`one ${hook}`, `two ${hook}`]).concat('two destroy', 'one destroy'));
  });

  it('takes the keys of all its features for its configuration, and no others', () => {
    const { config } = compose(feature({ config: { bindings: z.string().optional() } }), feature({ name: 'books', config: { rotation: z.number() } }));
    expect(() => config.validator({ rotation: 1 })).not.toThrow();
    expect(() => config.validator({ rotation: 'soon' })).toThrow(/^roster config: rotation: /);
    expect(() => config.validator({ rotation: 1, binding: 'x' })).toThrow(/binding: unknown key, did you mean "bindings"\?$/);
  });
});
