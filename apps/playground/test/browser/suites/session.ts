import { describe, expect, test } from 'vitest';
import { visit, type World } from '../support/world.ts';

export function session(world: World): void {
  describe('the session', () => {
    test('the token is read from the URL once, and a reload requests it again', () =>
      visit(world, async ({ page, playground }) => {
        expect(page.url()).toBe(`${playground.origin}/`);
        await page.reload();
        await page.getByRole('heading', { name: 'Open the address from your terminal' }).waitFor();
        await page.getByLabel('Address or token').fill(playground.address);
        await page.getByRole('button', { name: 'Open' }).click();
        await page.getByRole('button', { name: 'Send capture' }).waitFor();
      }));

    test('a page of another origin can neither read nor use the session', () =>
      visit(world, async ({ playground, page }) => {
        const context = await page.context().browser()?.newContext();
        const other = await context?.newPage();
        try {
          await other?.route('https://evil.example/**', (route) =>
            route.fulfill({ contentType: 'text/html', body: '<title>evil</title>' }),
          );
          await other?.goto('https://evil.example/');
          const tried = await other?.evaluate(async (origin) => {
            const attempt = (init: RequestInit): Promise<string> =>
              fetch(`${origin}/api/sandbox/reset`, init).then(
                (response) => `${response.type} ${response.status}`,
                () => 'failed',
              );
            return [
              await attempt({ method: 'POST', body: '{}' }),
              await attempt({
                method: 'POST',
                body: '{}',
                headers: { 'content-type': 'application/json', 'x-capture-session': 'guess' },
              }),
            ];
          }, playground.origin);
          expect(tried).toEqual(['failed', 'failed']);
        } finally {
          await context?.close();
        }
      }));
  });
}
