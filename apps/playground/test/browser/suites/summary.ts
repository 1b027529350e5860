import { describe, expect, test } from 'vitest';
import { choose, go, outcome, send } from '../support/actions.ts';
import { violations, visit, type World } from '../support/world.ts';

// The top of a run.

export function summary(world: World): void {
  describe('the summary of a run', () => {
    test('the summary is in view when the result arrives, also if the form was scrolled to its end', () =>
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

    test('the summary distinguishes a pending capture from moved money, follows its state, and can look it up again', () =>
      visit(world, async ({ page }) => {
        const box = page.locator('.summary');
        await choose(page, 'Pockyt');
        await page.getByLabel('Your reference').fill('pending-7');
        await send(page);
        expect((await outcome(page)).status).toBe('pending');
        expect(await box.innerText()).toContain('accepted, not final');

        await box.getByRole('button', { name: 'Look up outcome' }).click();
        await page.locator('[data-step="Outcome"]').getByText('Still pending').waitFor();
        await go(page, 'Sandbox');
        await page.getByRole('button', { name: 'Complete', exact: true }).click();
        await page.getByRole('region', { name: 'Captures' }).locator('[data-status="captured"]').waitFor();

        await go(page, 'Capture');
        await box.getByText('money moved').waitFor();
        await box.getByRole('button', { name: 'Look up again' }).click();
        await box.getByText('was pending, looked up').waitFor();
        expect(await box.getByRole('button').count()).toBe(0);
        // The button has disappeared, but the focus does not return to the start of the page.
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Pockyt');
      }));

    test('a lookup of what an earlier run captured is not shown as an agreement about this request', () =>
      visit(world, async ({ page }) => {
        const box = page.locator('.summary');
        await choose(page, 'Pockyt');
        await send(page);
        expect((await outcome(page)).status).toBe('captured');
        await page.getByRole('button', { name: 'Send the same again' }).click();
        await box.getByRole('button', { name: 'Look up outcome' }).click();
        await page.locator('[data-step="Outcome"]').waitFor();
        const shown = await box.innerText();
        expect(shown).toContain('money moved by an earlier run');
        expect(shown).toMatch(
          /This reference was captured by an earlier run at .+\. This request moved nothing more\./,
        );
        expect(shown).not.toContain('no money moved');
        expect(shown).not.toContain('matche');
        expect(await box.locator('[data-agrees="matches"]').count()).toBe(0);
        await go(page, 'History');
        await page.getByText('sandbox: money moved by an earlier run').waitFor();
        await go(page, 'Capture');
        await box.getByRole('button', { name: 'Show that run' }).click();
        await box.getByText('matches the sandbox').waitFor();
        expect(await box.locator('.was').count()).toBe(0);
      }));

    test('a lost capture that was looked up is compared with the sandbox again', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose a response' }).click();
        await outcome(page);
        await page.locator('.summary').getByRole('button', { name: 'Look up outcome' }).click();
        await page.locator('.summary').getByText('was unknown, looked up').waitFor();
        expect(await page.locator('.summary .agrees').innerText()).toBe('matches the sandbox');
      }));

    test('a response that decides nothing is not shown as one that never arrived', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'PaymentOptions');
        await send(page);
        await outcome(page);
        await page.getByRole('button', { name: 'Send the same again' }).click();
        const verdict = page.locator('[data-step="Verdict"]');
        await verdict.locator('[data-status="unknown"]').waitFor();
        expect(await page.locator('[data-step="Response"]').count()).toBe(1);
        expect(await verdict.innerText()).toContain('PaymentOptions responded with the code');
        expect(await verdict.innerText()).not.toContain('nothing to check');
      }));

    test('the summary gives the reason, and the table of comparisons the amount that differs', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Fault').selectOption('other-amount');
        await send(page);
        expect((await outcome(page)).status).toBe('unknown');
        expect(await page.locator('.summary').innerText()).toMatch(
          /Payfull reported [\d.]+ TRY, but 23\.02 TRY was requested\./,
        );
        const row = page.locator('[data-step="Verdict"] tr[data-agrees="false"]');
        expect(await row.getByRole('rowheader').innerText()).toBe('amount');
        expect(await row.getByLabel('does not agree').count()).toBe(1);
        expect(await violations(page)).toEqual([]);
      }));

    test('the summary hides the timer from screen readers, and leaving the page meanwhile requires a confirmation', () =>
      visit(
        world,
        async ({ page }) => {
          await page.getByLabel('Fault').selectOption('hang');
          await send(page);
          const ticking = page.locator('.progress > span');
          await ticking.waitFor();
          expect(await ticking.evaluate((span) => span.closest('[aria-live]'))).toBeNull();
          expect(await ticking.getAttribute('aria-hidden')).toBe('true');
          const confirmsLeaving = await page.evaluate(
            () => !dispatchEvent(new Event('beforeunload', { cancelable: true })),
          );
          expect(confirmsLeaving).toBe(true);
        },
        { playground: { sandboxTimeout: 30_000 } },
      ));
  });

  test('the Back button leads to the previous view', () =>
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
