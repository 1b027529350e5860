import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { go } from '../support/actions.ts';
import { holdNext } from '../support/hold.ts';
import { visit, type World } from '../support/world.ts';

async function fill(
  page: Page,
  fields: string,
  secret = 'not a real secret',
  signature = '0'.repeat(64),
): Promise<void> {
  await page.getByLabel('Signed fields').fill(fields);
  await page.getByLabel('Secret').fill(secret);
  await page.getByLabel('Your signature').fill(signature);
}

const explain = (page: Page): Promise<void> => page.getByRole('button', { name: 'Explain the difference' }).click();
const verdict = (page: Page, name: string) => page.getByRole('heading', { name });

export function signatures(world: World): void {
  describe('the signature lab', () => {
    test('the signature lab marks a field that cannot be read, and does not search', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, '{"b":"2","a":"1",}');
        await explain(page);
        await page.locator('#signature-fields-error', { hasText: 'must be valid JSON' }).waitFor();
        expect(await page.getByLabel('Signed fields').getAttribute('aria-invalid')).toBe('true');
        expect(await verdict(page, 'No known mistake found').count()).toBe(0);
      }));

    test('the signature lab marks a secret that is too long', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1', 'x'.repeat(257));
        await explain(page);
        await page.locator('#signature-secret-error', { hasText: 'at most 256 characters' }).waitFor();
      }));

    test('the signature lab refuses a string of another length as a signature', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1', 'a secret', 'abc');
        await explain(page);
        await verdict(page, 'Not a Pockyt signature').waitFor();
        await page.getByText('Expected 32 hex characters, got 3.').waitFor();
      }));

    test('the signature lab shows an explanation if the secret is one of its property names', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=pieces', 'pieces');
        await explain(page);
        await verdict(page, 'The correct signature, step by step').waitFor();
      }));

    test('the signature lab clears the explanation when the input changes, and ignores a late response', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1');
        const first = await holdNext(page, '/api/signature');
        await explain(page);
        await page.getByRole('button', { name: 'Searching…' }).waitFor();
        await fill(page, 'a=2', 'a secret', 'abc');
        await explain(page);
        await verdict(page, 'Not a Pockyt signature').waitFor();
        await (await first.release()).finished();
        await page.getByLabel('Your signature').focus();
        expect(await verdict(page, 'No known mistake found').count()).toBe(0);
        await page.getByLabel('Your signature').fill('abcd');
        await verdict(page, 'Not a Pockyt signature').waitFor({ state: 'detached' });
      }));

    test('the signature lab keeps input and explanation while another view is shown', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1');
        await explain(page);
        await verdict(page, 'No known mistake found').waitFor();
        await go(page, 'History');
        await go(page, 'Signatures');
        expect(await page.getByLabel('Signed fields').inputValue()).toBe('a=1');
        expect(await verdict(page, 'No known mistake found').count()).toBe(1);
      }));
  });
}
