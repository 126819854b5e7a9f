import { openSite, type Site } from '../../support/site';

const customer = { feature: 'customer_360', kind: 'record', owns: true };

/** Configurations that stop the boot: what is wrong, the plugin's config, and what the error says. */
const WRONG: [string, object, RegExp][] = [
  ['unknown key', { binding: {} }, /binding: unknown key, did you mean "bindings"\?/],
  ['unknown feature', { bindings: { 'api::customer.customer': { feature: 'customer360' } } }, /\['api::customer\.customer'\]\.feature: unknown feature "customer360", did you mean "customer_360"\?/],
  ['unknown kind', { bindings: { 'api::customer.customer': { kind: 'records' } } }, /\.kind: unknown kind "records", did you mean "record"\?/],
  ['unknown content type', { bindings: { 'api::custmer.customer': customer } }, /bindings\['api::custmer\.customer'\]: unknown content type .*did you mean "api::customer\.customer"\?/],
  ['unknown field', { bindings: { 'api::customer.customer': { territory: 'teritory' } } }, /\.territory: unknown field "teritory", did you mean "territory"\?/],
  ['a territory that is a number', { bindings: { 'api::customer.customer': { territory: 'arr' } } }, /\['api::customer\.customer'\]\.territory: "arr" is neither a text nor a to-one relation/],
  ['a territory that is many', { bindings: { 'api::customer.customer': { territory: 'tags' } } }, /\.territory: "tags" is neither a text nor a to-one relation/],
  ['a territory of what is no record', { bindings: { 'api::note.note': { territory: 'title' } } }, /\['api::note\.note'\]\.territory: only a binding of kind "record" has a territory/],
  ['unknown field of a feature', { bindings: { 'api::customer.customer': { fields: { custom_fields: ['costum'] } } } }, /\.fields\.custom_fields\[0\]: unknown field "costum", did you mean "custom"\?/],
  ['unknown feature of a field', { bindings: { 'api::customer.customer': { fields: { custom_field: ['arr'] } } } }, /\.fields\.custom_field: unknown feature "custom_field", did you mean "custom_fields"\?/],
  ['unknown relation', { bindings: { 'api::note.note': { parent: 'custumer' } } }, /\['api::note\.note'\]\.parent: unknown to-one relation "custumer", did you mean "customer"\?/],
  ['a detail without a parent', { bindings: { 'api::article.article': { feature: 'analytics', kind: 'detail' } } }, /\['api::article\.article'\]\.parent: .*needs the relation/],
  ['a parent that is not governed', { bindings: { 'api::region.region': { feature: 'analytics', kind: 'record' }, 'api::customer.customer': { kind: 'detail', parent: 'parent', owns: false, territory: undefined } } }, /\.parent: runs in a circle back to "api::customer\.customer"/],
  ['owners on a definition', { bindings: { 'api::segment.segment': { owns: true } } }, /\['api::segment\.segment'\]\.owns: only a binding of kind "record" has owners/],
  ['a key of the wrong type', { bindings: { 'api::customer.customer': { owns: 'yes' } } }, /\['api::customer\.customer'\]\.owns/],
  ['an unknown key of a binding', { bindings: { 'api::customer.customer': { own: true } } }, /\['api::customer\.customer'\]\.own: unknown key/],
];

describe('a wrong configuration stops the boot and says where', () => {
  it.each(WRONG)('%s', async (_what, config, message) => {
    const boot = openSite({ seed: false, configOverride: { 'plugin::roster': config as Record<string, unknown> } });
    await expect(boot.then((site) => site.close())).rejects.toThrow(message);
  });

  it("a right one boots, with features and actions of the site's own", async () => {
    const site = await openSite({ customers: 20, configOverride: { 'plugin::roster': { features: { surveys: { actions: ['view', 'subscribe'] } } } } });
    const { body } = await (await site.as('ana@roster.test')).get('/api/roster/matrix');
    await site.close();
    expect(body.data.features.at(-1)).toEqual({ key: 'surveys', actions: ['view', 'subscribe'] });
    expect(body.data.roles.map(({ key, cells }: { key: string; cells: Record<string, unknown> }) => [key, cells['surveys']])).toEqual([
      ['admin', { view: 'all', subscribe: 'all' }],
      ['director', { view: 'none', subscribe: 'none' }],
      ['csm', { view: 'none', subscribe: 'none' }],
      ['viewer', { view: 'none', subscribe: 'none' }],
    ]);
  });

  it.each([
    ['feature', 'analitics', /plugin::roster\.can on "api::analytics\.analytics\.summary", feature: unknown feature "analitics", did you mean "analytics"\?/],
    ['action', 'veiw', /action: unknown action "veiw", did you mean "view"\?/],
    ['narrows', ['api::customer.customers'], /narrows: "api::customer\.customers" has no binding, did you mean "api::customer\.customer"\?/],
  ])('a route that asks for a %s which is not there stops the boot too', async (key, value, message) => {
    const mistype = (strapi: Site['strapi']): void => {
      const { routes } = strapi.api('analytics') as unknown as { routes: Record<string, { routes: { path: string; config: { policies: { config: object }[] } }[] }> };
      const route = Object.values(routes).flatMap((router) => router.routes).find(({ path }) => path === '/analytics/summary');
      Object.assign(route?.config.policies[0]?.config ?? {}, { [key]: value });
    };
    const boot = openSite({ seed: false, onDatabaseReady: mistype });
    await expect(boot.then((site) => site.close())).rejects.toThrow(message);
  });

  it('a route that is bound without saying to what stops the boot too', async () => {
    const forget = (strapi: Site['strapi']): void => {
      const { routes } = strapi.api('analytics') as unknown as { routes: Record<string, { routes: { path: string; config: { policies: unknown[] } }[] }> };
      for (const route of Object.values(routes).flatMap((router) => router.routes)) route.config.policies = ['plugin::roster.can'];
    };
    await expect(openSite({ seed: false, onDatabaseReady: forget }).then((site) => site.close())).rejects.toThrow(/feature: unknown feature "undefined"/);
  });
});
