import { usePanel } from './panel';

describe('the panel of a production build', () => {
  const at = usePanel({ who: null });

  it('asks who is there', async () => {
    const page = await at.browser.newPage();
    await page.goto(`${at.site.url}/admin`);
    await page.getByLabel(/email/i).waitFor();
    expect(new URL(page.url()).pathname).toBe('/admin/auth/login');
  });
});
