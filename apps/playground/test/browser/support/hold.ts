import type { Page, Response } from 'playwright-core';

/** Holds the next request for a path until it is released, so that a test can look at the page meanwhile. */
export async function holdNext(page: Page, path: string): Promise<{ readonly release: () => Promise<Response> }> {
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
    release: async () => {
      const response = page.waitForResponse(`**${path}`);
      open();
      return response;
    },
  };
}

/** Refuses every request for a path with this message. */
export async function refuseAll(page: Page, path: string, message: string): Promise<void> {
  await page.route(`**${path}`, (route) => route.fulfill({ status: 400, json: { code: 'refused', message } }));
}
