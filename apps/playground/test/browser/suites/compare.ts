import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { go, send } from '../support/actions.ts';
import { holdNext, refuseAll } from '../support/hold.ts';
import { visit, type World } from '../support/world.ts';

export function compare(world: World): void {
  describe('comparisons', () => {
    test('a comparison continues while another view is shown, keeps its fault, and starts once', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Compare');
        await page.getByLabel('Fault').selectOption('garbage');
        const first = await holdNext(page, '/api/capture');
        await page.getByRole('button', { name: 'Capture at all providers' }).click();
        await go(page, 'Signatures');
        await go(page, 'Compare');
        const button = page.getByRole('button', { name: 'Capturing… 0 of 5' });
        expect(await button.getAttribute('aria-disabled')).toBe('true');
        expect(await page.getByLabel('Fault').inputValue()).toBe('garbage');
        await button.click({ force: true });
        await first.release();
        await page.getByRole('button', { name: 'Capture at all providers' }).waitFor();
        expect(await page.locator('.column .status').allInnerTexts()).toEqual(PROVIDERS.map(() => 'unknown'));
        // The button that was pressed keeps the focus.
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Capture at all providers');
        await go(page, 'History');
        expect(await page.getByRole('list', { name: 'Runs' }).getByRole('listitem').count()).toBe(PROVIDERS.length);
      }));

    test('a comparison waits for a capture in progress', () =>
      visit(world, async ({ page }) => {
        const other = await holdNext(page, '/api/capture');
        await send(page);
        await go(page, 'Compare');
        await page.getByText('Another capture is in progress.').waitFor();
        await page.getByRole('button', { name: 'Capture at all providers' }).click({ force: true });
        expect(await page.locator('.column').count()).toBe(0);
        await other.release();
        await page.getByText('Another capture is in progress.').waitFor({ state: 'detached' });
      }));

    test('a comparison shows at every provider the problem that prevented the capture', () =>
      visit(world, async ({ page }) => {
        const message = 'The playground does not respond.';
        await refuseAll(page, '/api/sandbox/authorize', message);
        await refuseAll(page, '/api/capture', message);
        await go(page, 'Compare');
        await page.getByRole('button', { name: 'Capture at all providers' }).click();
        await page
          .locator('.column .error')
          .nth(PROVIDERS.length - 1)
          .waitFor();
        expect(await page.locator('.column .error').allInnerTexts()).toEqual(PROVIDERS.map(() => message));
        await page.getByRole('button', { name: 'Capture at all providers' }).waitFor();
      }));
  });
}
