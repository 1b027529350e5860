import type { Page, Response } from 'playwright-core';

/** Holds the next call of a path back until it is let go, so that a test can look at the page in between. */
export async function holdNext(page: Page, path: string): Promise<{ readonly letGo: () => Promise<Response> }> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  await page.route(
    `**${path}`,
    async (route) => {
      await opened;
      await route.continue();
    },
    { times: 1 },
  );
  return {
    letGo: async () => {
      const answered = page.waitForResponse(`**${path}`);
      open();
      return answered;
    },
  };
}

/** Has every call of a path refused in these words. */
export async function refuseAll(page: Page, path: string, message: string): Promise<void> {
  await page.route(`**${path}`, (route) => route.fulfill({ status: 400, json: { code: 'refused', message } }));
}
