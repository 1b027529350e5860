import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { choose, go, outcome, send } from '../support/actions.ts';
import { holdNext } from '../support/hold.ts';
import { visit, type World } from '../support/world.ts';

const rows = (page: Page) => page.getByRole('region', { name: 'Authorizations' }).locator('tbody tr');

async function openSandbox(page: Page): Promise<number> {
  await go(page, 'Sandbox');
  await rows(page).first().waitFor();
  return rows(page).count();
}

export function sandbox(world: World): void {
  describe('new authorizations', () => {
    test('a new authorization with an invalid amount is refused at the amount', () =>
      visit(world, async ({ page }) => {
        await openSandbox(page);
        await page.getByLabel('Amount').fill('12,34');
        await page.getByRole('button', { name: 'Authorize' }).click();
        const form = page.getByRole('form', { name: 'Create an authorization' });
        await form.getByText('must be a decimal string').waitFor();
        expect(await page.getByLabel('Amount').getAttribute('aria-invalid')).toBe('true');
        expect(await page.getByText('Nothing was sent').count()).toBe(0);
      }));

    test('a new authorization is created once by a double click, and the button keeps the focus', () =>
      visit(world, async ({ page }) => {
        const before = await openSandbox(page);
        const first = await holdNext(page, '/api/sandbox/authorize');
        const button = page.getByRole('button', { name: /^Authoriz(e|ing…)$/ });
        await button.dblclick();
        await first.release();
        await page.getByText(/^Created: /).waitFor();
        expect(await rows(page).count()).toBe(before + 1);
        expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
      }));

    test('a reference is offered only if it decides the outcome; otherwise the form explains where to enter it', () =>
      visit(world, async ({ page }) => {
        await openSandbox(page);
        expect(await page.getByLabel('Reference').count()).toBe(0);
        await page.getByText('At Payfull the reference of the capture decides the outcome').waitFor();
        await page.getByLabel('Provider').selectOption('paymentoptions');
        const choices = page.getByLabel('Reference').locator('option');
        expect(await choices.evaluateAll((found) => found.map((one) => one.getAttribute('value')))).not.toContain(
          'pending',
        );
      }));

    test('a new authorization is still in the form after another view was shown', () =>
      visit(world, async ({ page }) => {
        await openSandbox(page);
        await page.getByLabel('Amount').fill('77.00');
        await go(page, 'Compare');
        await openSandbox(page);
        expect(await page.getByLabel('Amount').inputValue()).toBe('77.00');
      }));
  });

  test('a pending capture that is declined in the sandbox is declined for a lookup too, and the focus moves to its new state', () =>
    visit(world, async ({ page }) => {
      await openSandbox(page);
      await page.getByLabel('Provider').selectOption('freepayment');
      await page.getByLabel('Amount').fill('0.50');
      await page.getByLabel('Currency').selectOption('USD');
      await page.getByLabel('Reference').selectOption('pending');
      await page.getByRole('button', { name: 'Authorize' }).click();
      const id = (await page.getByText(/^Created: /).innerText()).replace('Created: ', '');
      await go(page, 'Capture');
      await choose(page, 'freepayment');
      await page.getByLabel('Authorization', { exact: true }).fill(id);
      await send(page);
      expect((await outcome(page)).status).toBe('pending');

      await go(page, 'Sandbox');
      await page.getByRole('button', { name: 'Decline', exact: true }).click();
      await page.locator('td:focus [data-status="declined"]').waitFor();
      await go(page, 'Capture');
      await page.getByRole('button', { name: 'Look up outcome' }).first().click();
      await page.locator('[data-step="Outcome"] [data-status="declined"]').waitFor();
    }));
}
