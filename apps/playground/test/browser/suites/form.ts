import { describe, expect, test } from 'vitest';
import { choose } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

export function form(world: World): void {
  describe('the form', () => {
    test('the form does not move while typing, and resets to the sample except for the card', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        const reset = page.getByRole('button', { name: 'Reset to sample' });
        const reference = page.getByLabel('Your reference');
        const topOf = (): Promise<number | undefined> => reference.boundingBox().then((box) => box?.y);
        expect(await reset.getAttribute('aria-disabled')).toBe('true');
        await reference.focus();
        const before = await topOf();
        await page.keyboard.type('x');
        expect(await topOf()).toBe(before);

        await page.getByText(/more optional fields/).click();
        await page.getByLabel('Client IP address').fill('192.168.1.1');
        await page.getByLabel('Month', { exact: true }).fill('05');
        await reset.click();
        expect(await reference.inputValue()).toBe('1699583693607');
        expect(await page.getByLabel('Client IP address').inputValue()).toBe('');
        expect(await page.getByLabel('Month', { exact: true }).inputValue()).toBe('05');
        expect(await reset.evaluate((button) => document.activeElement === button)).toBe(true);
      }));

    test('the form fills in the published test card and leaves the other fields', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        await page.getByLabel('Your reference').fill('order-1042');
        await page.getByLabel('Number', { exact: true }).fill('1');
        await page.getByRole('button', { name: 'Use the published test card' }).click();
        expect(await page.locator('.card').innerText()).toContain('ends in 9903');
        expect(await page.getByLabel('Your reference').inputValue()).toBe('order-1042');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-card.number');
      }));

    test('the form ignores a late response for a field that was corrected meanwhile', () =>
      visit(world, async ({ page }) => {
        let letThrough = (): void => undefined;
        const held = new Promise<void>((resolve) => (letThrough = resolve));
        await page.route('**/api/check', async (route) => {
          await held;
          await route.continue();
        });
        const address = page.getByLabel('Client IP address');
        await address.fill('nowhere');
        await page.getByLabel('Notes').focus();
        await address.fill('192.168.1.2');
        const response = page.waitForResponse('**/api/check');
        letThrough();
        await (await response).finished();
        await page.evaluate(() => new Promise(requestAnimationFrame));
        expect(await page.locator('.error').count()).toBe(0);
      }));

    test('the form shows the selection with forced colours', () =>
      visit(
        world,
        async ({ page }) => {
          const colours = (selector: string): Promise<string[]> =>
            page.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
          for (const kind of ['[role=radio]', '[role=tab]']) {
            const [chosen, ...others] = [
              ...(await colours(`${kind}:is([data-state=checked], [data-state=active])`)),
              ...(await colours(`${kind}:not([data-state=checked], [data-state=active])`)),
            ];
            expect(others.length, kind).toBeGreaterThan(2);
            expect(others, kind).not.toContain(chosen);
          }
        },
        { forcedColors: 'active' },
      ));
  });
}
