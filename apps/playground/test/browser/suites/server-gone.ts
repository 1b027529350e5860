import { describe, expect, test } from 'vitest';
import { startPlayground } from '../../../src/server/playground.ts';
import { go, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

// The process behind the page ends, or another one takes its place.

const NOBODY_ANSWERS = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

export function gone(world: World): void {
  describe('when its process ends', () => {
    test('every view opens all the same', () =>
      visit(
        world,
        async ({ page, playground }) => {
          await page.waitForFunction(
            () =>
              performance.getEntriesByType('resource').filter(({ name }) => /View-[^/]*\.js$/.test(name)).length === 4,
          );
          await playground.close();
          for (const [tab, heading] of [
            ['Signatures', 'Signature lab'],
            ['Sandbox', 'Sandbox'],
            ['Compare', 'Compare'],
            ['History', 'History'],
          ] as const) {
            await go(page, tab);
            await page.getByRole('heading', { level: 1, name: heading }).waitFor();
          }
          // A capture that nobody took is no run, and the form says why.
          await go(page, 'Capture');
          await send(page);
          await page.getByRole('alert').getByText('Is it still running in the terminal?').waitFor();
          await go(page, 'History');
          await page.getByText('Nothing was sent yet.').waitFor();
        },
        { mayLog: NOBODY_ANSWERS },
      ));

    test('during a capture, the money is in doubt, and the page says so and how to find out', () =>
      visit(
        world,
        async ({ page, playground }) => {
          await page.getByText('1 more field, all optional').click();
          await page.getByLabel('Your reference').fill('order-1042');
          await page.getByLabel('Fault').selectOption('hang');
          await send(page);
          await page.locator('[data-step="On the wire"]').waitFor();
          await playground.close();
          const said = await page.getByRole('alert').innerText();
          expect(said).toContain('The capture may have been sent. Do not send it again');
          expect(said).toContain('reference order-1042');
          expect(await page.locator('[data-step="On the wire"]').innerText()).toContain(
            'does not know what was answered',
          );
        },
        { playground: { sandboxTimeout: 30_000 }, mayLog: NOBODY_ANSWERS },
      ));
  });

  test('started again, the process is asked for over the page, and nothing that was typed is lost', () =>
    visit(
      world,
      async ({ page, playground }) => {
        await page.getByLabel('Amount', { exact: true }).fill('1.00');
        await playground.close();
        const next = await startPlayground({ page: world.folder, port: Number(new URL(playground.origin).port) });
        try {
          expect(next.origin).toBe(playground.origin);
          await send(page);
          const dialog = page.getByRole('dialog', { name: 'Open the address from your terminal' });
          await dialog.getByText('not the one of the running playground').waitFor();
          await dialog.getByLabel('Address or token').fill('адрес');
          await dialog.getByRole('button', { name: 'Open' }).click();
          await dialog.getByText('no address with a token').waitFor();
          // Pasted into the address bar it does the same: a change of the fragment loads nothing anew.
          await page.evaluate((address) => {
            location.assign(address);
          }, next.address);
          await dialog.waitFor({ state: 'detached' });
          expect(page.url()).toBe(`${playground.origin}/`);
          expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('1.00');
          expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send capture');
          await send(page);
          await page.locator('[data-step="The truth"]').waitFor();
        } finally {
          await next.close();
        }
      },
      { mayLog: /status of 401/ },
    ));

  test('a view that cannot be loaded says so and leaves the others alone', () =>
    visit(
      world,
      async ({ page, playground }) => {
        await page.route(/SignaturesView-[^/]*\.js$/, (route) => route.abort());
        await page.reload();
        await page.getByLabel('Address or token').fill(playground.address);
        await page.getByRole('button', { name: 'Open' }).click();
        await page.getByRole('tab', { name: 'Signatures' }).click();
        await page.getByRole('alert').getByText('This view could not be loaded').waitFor();
        await go(page, 'History');
        await go(page, 'Capture');
        await send(page);
        await page.locator('[data-step="The truth"]').waitFor();
      },
      { mayLog: /ERR_FAILED/ },
    ));
}
