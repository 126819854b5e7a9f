import { openSite } from '../support/site';
it('x', async () => {
  const site = await openSite({ db: 'sqlite', customers: 24 });
  for (const key of ['ana', 'dora', 'carla', 'vera', 'nina', 'super']) {
    const a = await site.asAdmin(`${key}@roster.test`);
    const out: any[] = [key];
    for (const p of ['/admin/users/me/permissions', '/content-manager/collection-types/api::customer.customer', '/content-manager/collection-types/api::note.note', '/content-manager/collection-types/api::region.region?pageSize=2', '/content-manager/homepage/count-documents', '/content-manager/homepage/recent-documents?action=update', '/roster/me', '/roster/members', '/roster/matrix', '/roster/bindings', '/roster/integrations', '/roster/observations', '/roster/api-tokens', '/roster/audit']) {
      const r = await a.get(p);
      out.push([p, r.status, p.includes('permissions') ? r.body.data?.length : JSON.stringify(r.body.pagination ?? r.body.error ?? r.body).slice(0, 300)]);
    }
    console.log(out.map((o) => (Array.isArray(o) ? o.join(' ') : o)).join('\n'));
  }
  await site.close();
});
