import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { arrowTo, go, outcome, send, tabTo } from '../support/actions.ts';
import { violations, visit, type World } from '../support/world.ts';

/** The id of the focused element, or else its text content. */
async function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id === '' ? activeElement.textContent : activeElement?.id;
  });
}

/** Every view with content, one after the other. */
async function everyView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
  await look('before the first run');
  await page.getByRole('radio', { name: /^Pockyt/ }).click();
  await page.getByText(/more optional fields/).click();
  await page.getByLabel('Client IP address').fill('nowhere');
  await page.getByLabel('Fault').selectOption('commit-then-drop');
  await send(page);
  await page.locator('.error').waitFor();
  await look('a field that is wrong');
  await page.getByLabel('Client IP address').fill('');
  await page.getByRole('button', { name: 'Show code' }).click();
  await send(page);
  await outcome(page);
  await page.getByRole('button', { name: 'Look up outcome' }).first().click();
  await page.locator('[data-step="Outcome"]').waitFor();
  await look('a run');
  await go(page, 'Signatures');
  await page.getByRole('button', { name: 'Turkish letters' }).click();
  await page.getByRole('button', { name: 'Explain the difference' }).click();
  await page.getByText('The correct signature, step by step').waitFor();
  await look('signatures');
  await go(page, 'Compare');
  await page.getByRole('button', { name: 'Capture at all providers' }).click();
  await page.getByRole('region', { name: 'freepayment.online' }).locator('.status').waitFor();
  await look('compare');
  await go(page, 'Sandbox');
  await page
    .getByRole('button', { name: /^Tamper and deliver/ })
    .first()
    .click();
  await page.getByRole('list', { name: 'Deliveries' }).locator('.status').first().waitFor();
  await look('sandbox');
  await go(page, 'History');
  await page
    .getByRole('button', { name: /^Replay Pockyt/ })
    .last()
    .click();
  await page.getByRole('region', { name: 'Replay' }).locator('.step').first().waitFor();
  await look('history');
}

export function accessibility(world: World): void {
  describe('accessibility', () => {
    // The light theme on a phone, the dark one on a desktop: every view once in each. The other widths only test
    // whether everything fits.
    test.each([
      { colorScheme: 'light', width: 360 },
      { colorScheme: 'dark', width: 1280 },
    ] as const)(
      'axe finds no violation in any view in the $colorScheme theme, and at $width, 320 and 768 px nothing overflows',
      ({ colorScheme, width }) =>
        visit(
          world,
          ({ page }) =>
            everyView(page, async (view) => {
              expect(await violations(page), view).toEqual([]);
              for (const size of [320, 768, width]) {
                await page.setViewportSize({ width: size, height: 780 });
                const wide = await page.evaluate(() => document.documentElement.scrollWidth);
                expect(wide, `${view} at ${size} px`).toBe(size);
              }
            }),
          { colorScheme, viewport: { width, height: 780 } },
        ),
    );

    test('the theme follows the setting of the system', () =>
      visit(
        world,
        async ({ page }) => {
          const lightness = (): Promise<number> =>
            page.evaluate(() => {
              const [red = 0, green = 0, blue = 0] =
                getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
              return (red + green + blue) / 3;
            });
          expect(await lightness()).toBeLessThan(40);
          await page.emulateMedia({ colorScheme: 'light' });
          expect(await lightness()).toBeGreaterThan(220);
        },
        { colorScheme: 'dark' },
      ));

    test('the keyboard alone leads from the first Tab to the outcome of a lost response', () =>
      visit(world, async ({ page }) => {
        await tabTo(page, '[role=tab]');
        await tabTo(page, '[role=radio]');
        await arrowTo(page, 'ArrowUp', 'Firstoken');
        await arrowTo(page, 'ArrowDown', 'Payfull');
        await arrowTo(page, 'ArrowDown', 'freepayment.online');
        await tabTo(page, '#fault');
        await page.keyboard.type('commit');
        await page.keyboard.press('Control+Enter');
        await outcome(page);
        expect(await focused(page)).toBe('fault');
        await tabTo(page, '[data-step="Look up outcome"] button');
        await page.keyboard.press('Enter');
        await page.locator('[data-step="Outcome"]').waitFor();
        // This outcome stays open: the button is still there, and still has the focus.
        expect(await focused(page)).toBe('Look up again');
        expect(await page.locator('.summary h2').innerText()).toBe('freepayment.online');
        // Back to the tabs, and on with the arrow keys.
        await page.locator('[role=tab][data-state=active]').focus();
        for (const view of ['Signature lab', 'Sandbox', 'Compare', 'History']) {
          await page.keyboard.press('ArrowRight');
          await page.getByRole('heading', { level: 1, name: view }).waitFor();
        }
      }));

    test('a card number is hidden as it is typed, and browsers do not remember it', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('radio', { name: /^Pockyt/ }).click();
        for (const name of ['Number', 'Code']) {
          const input = page.getByLabel(name, { exact: true });
          expect(await input.getAttribute('autocomplete')).toBe('off');
          expect(await input.evaluate((node) => getComputedStyle(node).getPropertyValue('-webkit-text-security'))).toBe(
            'disc',
          );
        }
        expect(await page.locator('.card').innerText()).toContain('ends in 9903');
      }));
  });
}
