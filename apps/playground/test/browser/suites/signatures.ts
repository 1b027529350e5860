import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { go } from '../support/actions.ts';
import { holdNext } from '../support/hold.ts';
import { visit, type World } from '../support/world.ts';

async function fill(
  page: Page,
  fields: string,
  secret = 'no secret of anybody',
  theirs = '0'.repeat(64),
): Promise<void> {
  await page.getByLabel('Fields that were signed').fill(fields);
  await page.getByLabel('Secret').fill(secret);
  await page.getByLabel('Their signature').fill(theirs);
}

const explain = (page: Page): Promise<void> => page.getByRole('button', { name: 'Explain the difference' }).click();
const verdict = (page: Page, name: string) => page.getByRole('heading', { name });

export function lab(world: World): void {
  describe('the signature lab', () => {
    test('says at the field what cannot be read, and searches nothing', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, '{"b":"2","a":"1",}');
        await explain(page);
        await page.locator('#signature-fields-error', { hasText: 'must be valid JSON' }).waitFor();
        expect(await page.getByLabel('Fields that were signed').getAttribute('aria-invalid')).toBe('true');
        expect(await verdict(page, 'None of the usual mistakes').count()).toBe(0);
      }));

    test('and so of a secret that is too long', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1', 'x'.repeat(257));
        await explain(page);
        await page.locator('#signature-secret-error', { hasText: 'at most 256 characters' }).waitFor();
      }));

    test('says that a text of another length is no signature', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1', 'a secret', 'abc');
        await explain(page);
        await verdict(page, 'This is no signature').waitFor();
        await page.getByText(/has \d+ hexadecimal characters/).waitFor();
      }));

    test('shows an answer where the secret is a word of its own', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=pieces', 'pieces');
        await explain(page);
        await verdict(page, 'How it is made right').waitFor();
      }));

    test('says nothing of an input that has changed, and a late answer to it says nothing either', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1');
        const first = await holdNext(page, '/api/signature');
        await explain(page);
        await page.getByRole('button', { name: 'Searching…' }).waitFor();
        await fill(page, 'a=2', 'a secret', 'abc');
        await explain(page);
        await verdict(page, 'This is no signature').waitFor();
        await (await first.letGo()).finished();
        await page.getByLabel('Their signature').focus();
        expect(await verdict(page, 'None of the usual mistakes').count()).toBe(0);
        await page.getByLabel('Their signature').fill('abcd');
        await verdict(page, 'This is no signature').waitFor({ state: 'detached' });
      }));

    test('keeps its input and its answer while another view is looked at', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await fill(page, 'a=1');
        await explain(page);
        await verdict(page, 'None of the usual mistakes').waitFor();
        await go(page, 'History');
        await go(page, 'Signatures');
        expect(await page.getByLabel('Fields that were signed').inputValue()).toBe('a=1');
        expect(await verdict(page, 'None of the usual mistakes').count()).toBe(1);
      }));
  });
}
