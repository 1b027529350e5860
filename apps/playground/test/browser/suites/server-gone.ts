import { describe, expect, test } from 'vitest';
import { startPlayground } from '../../../src/server/playground.ts';
import { go, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

// The server stops, or another one takes its place.

const NO_RESPONSE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

export function serverGone(world: World): void {
  describe('when the server stops', () => {
    test('every view still opens after the server has stopped', () =>
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
          // A capture that was not accepted is not a run, and the form shows the reason.
          await go(page, 'Capture');
          await send(page);
          await page.getByRole('alert').getByText('Is it still running in the terminal?').waitFor();
          await go(page, 'History');
          await page.getByText('Nothing has been sent yet.').waitFor();
        },
        { mayLog: NO_RESPONSE },
      ));

    test('if the server stops during a capture, the page warns that money may have moved, and shows the lookup key', () =>
      visit(
        world,
        async ({ page, playground }) => {
          await page.getByText('1 more optional field').click();
          await page.getByLabel('Your reference').fill('order-1042');
          await page.getByLabel('Fault').selectOption('hang');
          await send(page);
          await page.locator('[data-step="On the wire"]').waitFor();
          await playground.close();
          const warning = await page.getByRole('alert').innerText();
          expect(warning).toContain('The capture may have been sent. Do not send it again');
          expect(warning).toContain('reference order-1042');
          expect(await page.locator('[data-step="On the wire"]').innerText()).toContain(
            'does not know whether a response arrived',
          );
        },
        { playground: { sandboxTimeout: 30_000 }, mayLog: NO_RESPONSE },
      ));
  });

  test('after a restart, a dialog requests the new address, and no typed value is lost', () =>
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
          await dialog.getByText('does not belong to the running playground').waitFor();
          await dialog.getByLabel('Address or token').fill('адрес');
          await dialog.getByRole('button', { name: 'Open' }).click();
          await dialog.getByText('neither a playground address nor a token').waitFor();
          // Pasting it into the address bar has the same effect: a new fragment does not reload the page.
          await page.evaluate((address) => {
            location.assign(address);
          }, next.address);
          await dialog.waitFor({ state: 'detached' });
          expect(page.url()).toBe(`${playground.origin}/`);
          expect(await page.getByLabel('Amount', { exact: true }).inputValue()).toBe('1.00');
          expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send capture');
          await send(page);
          await page.locator('[data-step="In the sandbox"]').waitFor();
        } finally {
          await next.close();
        }
      },
      { mayLog: /status of 401/ },
    ));

  test('a view that fails to load reports it and does not affect the others', () =>
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
        await page.locator('[data-step="In the sandbox"]').waitFor();
      },
      { mayLog: /ERR_FAILED/ },
    ));
}
