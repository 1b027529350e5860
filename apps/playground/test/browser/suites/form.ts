import { describe, expect, test } from 'vitest';
import { choose } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

export function form(world: World): void {
  describe('the form', () => {
    test('stays where it is when it is typed in, and goes back to the page’s sample but for the card', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        const back = page.getByRole('button', { name: 'Back to the page’s sample' });
        const reference = page.getByLabel('Your reference');
        const topOf = (): Promise<number | undefined> => reference.boundingBox().then((box) => box?.y);
        expect(await back.getAttribute('aria-disabled')).toBe('true');
        await reference.focus();
        const before = await topOf();
        await page.keyboard.type('x');
        expect(await topOf()).toBe(before);

        await page.getByText('more fields, all optional').click();
        await page.getByLabel('Client IP address').fill('192.168.1.1');
        await page.getByLabel('Month', { exact: true }).fill('05');
        await back.click();
        expect(await reference.inputValue()).toBe('1699583693607');
        expect(await page.getByLabel('Client IP address').inputValue()).toBe('');
        expect(await page.getByLabel('Month', { exact: true }).inputValue()).toBe('05');
        expect(await back.evaluate((button) => document.activeElement === button)).toBe(true);
      }));

    test('takes the page’s test card and leaves the rest', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        await page.getByLabel('Your reference').fill('order-1042');
        await page.getByLabel('Number', { exact: true }).fill('1');
        await page.getByRole('button', { name: 'Use the page’s test card' }).click();
        expect(await page.locator('.card').innerText()).toContain('ends in 9903');
        expect(await page.getByLabel('Your reference').inputValue()).toBe('order-1042');
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-card.number');
      }));

    test('takes no late answer for a field that was mended meanwhile', () =>
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
        const answered = page.waitForResponse('**/api/check');
        letThrough();
        await (await answered).finished();
        await page.evaluate(() => new Promise(requestAnimationFrame));
        expect(await page.locator('.error').count()).toBe(0);
      }));

    test('shows what is chosen also where the system chooses the colours', () =>
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
