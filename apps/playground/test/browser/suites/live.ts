import { createSandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { choose, go } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

// A second sandbox stands in for the live endpoint, with credentials from an environment.

export function live(world: World): void {
  describe('live captures', () => {
    test('the live target cannot be chosen unless the process was started with --live', () =>
      visit(
        world,
        async ({ page }) => {
          expect(await page.getByText('Live', { exact: true }).count()).toBe(0);
          expect(await page.getByText('Sandbox: no real money').count()).toBe(1);
        },
        {
          playground: {
            environment: {
              PAYFULL_MERCHANT: 'merchant name',
              PAYFULL_PASSWORD: 'pw',
              PAYFULL_BASE_URL: 'https://shop.payfull.com',
            },
          },
        },
      ));

    test('a live capture requires a flag, credentials in the environment and the typed amount, and a banner warns of it', async () => {
      const real = createSandbox();
      const endpoint = await real.listen();
      const environment = {
        PAYFULL_MERCHANT: real.credentials.payfull.merchant,
        PAYFULL_PASSWORD: real.credentials.payfull.password,
        PAYFULL_BASE_URL: endpoint.baseUrl('payfull'),
      };
      try {
        await visit(
          world,
          async ({ page }) => {
            await page.getByRole('note').getByText('Real money.').waitFor();
            await choose(page, 'Firstoken');
            expect(await page.getByText(/Not ready: the environment lacks FIRSTOKEN_API_KEY/).count()).toBe(1);
            await choose(page, 'Payfull');
            await page.getByLabel('Live', { exact: true }).check();
            expect(await page.getByLabel('Fault').count()).toBe(0);

            await page.getByLabel(/to confirm/).fill('23.02 TRY');
            await page.getByRole('button', { name: 'Capture real money' }).click();
            await page.locator('[data-step="Verdict"]').waitFor();
            expect(await page.locator('[data-step="Verdict"] .status').first().innerText()).toBe('captured');
            expect(real.truth.requests()).toBe(1);
            // A real signature is not shown, and the confirmation is for one capture only.
            expect(await page.locator('.anatomy-text').last().innerText()).toBe('secret');
            expect(await page.getByLabel(/to confirm/).inputValue()).toBe('');
          },
          { playground: { live: true, environment } },
        );
      } finally {
        await endpoint.close();
      }
    });

    test('a live capture is not sent without confirmation, and the typed card stays until it is sent', async () => {
      const real = createSandbox();
      const endpoint = await real.listen();
      const { merchantNo, storeNo, token } = real.credentials.pockyt;
      const environment = {
        POCKYT_MERCHANT_NO: merchantNo,
        POCKYT_STORE_NO: storeNo,
        POCKYT_TOKEN: token,
        POCKYT_BASE_URL: endpoint.baseUrl('pockyt'),
      };
      try {
        await visit(
          world,
          async ({ page }) => {
            const number = page.getByLabel('Number', { exact: true });
            await choose(page, 'Pockyt');
            await page.getByLabel('Live', { exact: true }).check();
            await page.getByRole('button', { name: 'Capture real money' }).click();
            await page.getByRole('alert').getByText('Type the amount once more').waitFor();
            await page.waitForFunction(() => document.activeElement?.id === 'confirm');
            expect(await number.inputValue()).toBe('5425233430109903');
            expect(real.truth.requests()).toBe(0);
            await go(page, 'History');
            await page.getByText('Nothing has been sent yet.').waitFor();

            await go(page, 'Capture');
            await page.getByLabel(/to confirm/).fill('300.00 USD');
            await page.getByRole('button', { name: 'Capture real money' }).click();
            await page.locator('[data-step="Verdict"]').waitFor();
            expect(await number.inputValue()).toBe('');
            expect(real.truth.requests()).toBe(1);
          },
          { playground: { live: true, environment } },
        );
      } finally {
        await endpoint.close();
      }
    });
  });
}
