import { describe, expect, test } from 'vitest';
import { choose, go, outcome, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

// What stands at the top of a run.

export function summary(world: World): void {
  describe('the summary of a run', () => {
    test('is in sight when the result comes, also where the form was scrolled to its end', () =>
      visit(
        world,
        async ({ page }) => {
          await page.evaluate(() => {
            scrollTo(0, document.body.scrollHeight);
          });
          await send(page);
          await outcome(page);
          const top = await page.locator('.summary').evaluate((box) => box.getBoundingClientRect().top);
          const header = await page.locator('header').evaluate((box) => box.getBoundingClientRect().bottom);
          expect(top).toBeGreaterThanOrEqual(header);
          expect(top).toBeLessThan(400);
        },
        { viewport: { width: 1280, height: 800 } },
      ));

    test('tells what is pending from money, follows it, and lets it be looked up again', () =>
      visit(world, async ({ page }) => {
        const box = page.locator('.summary');
        await choose(page, 'Pockyt');
        await page.getByLabel('Your reference').fill('pending-7');
        await send(page);
        expect((await outcome(page)).status).toBe('pending');
        expect(await box.innerText()).toContain('accepted, not final');

        await box.getByRole('button', { name: 'Settle it' }).click();
        await page.locator('[data-step="Settled"]').getByText('Still pending').waitFor();
        await go(page, 'Sandbox');
        await page.getByRole('button', { name: 'capture it' }).click();
        await page.getByRole('region', { name: 'Captures' }).locator('[data-status="captured"]').waitFor();

        await go(page, 'Capture');
        await box.getByText('money moved').waitFor();
        await box.getByRole('button', { name: 'Look it up again' }).click();
        await box.getByText('was pending, looked up').waitFor();
        expect(await box.getByRole('button').count()).toBe(0);
        // The button did its work and went; whoever pressed it is not sent back to the start of the page.
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pockyt');
      }));

    test('reads no ticking seconds aloud, and the page is not left by accident meanwhile', () =>
      visit(
        world,
        async ({ page }) => {
          await page.getByLabel('Fault').selectOption('hang');
          await send(page);
          const ticking = page.locator('.progress > span');
          await ticking.waitFor();
          expect(await ticking.evaluate((span) => span.closest('[aria-live]'))).toBeNull();
          expect(await ticking.getAttribute('aria-hidden')).toBe('true');
          const asksBeforeLeaving = await page.evaluate(
            () => !dispatchEvent(new Event('beforeunload', { cancelable: true })),
          );
          expect(asksBeforeLeaving).toBe(true);
        },
        { playground: { sandboxTimeout: 30_000 } },
      ));
  });

  test('Back leads to the view before', () =>
    visit(world, async ({ page }) => {
      await go(page, 'History');
      await go(page, 'Compare');
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Capture a payment' }).waitFor();
      await page.goForward();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    }));
}
