import type { Page } from 'playwright-core';

/** A folder for pictures of the pages that tests go through. */
const { SHOTS } = process.env;

/** Keeps a picture of a page, for whoever asks for pictures. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

/** When a page says something. */
export const said = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
