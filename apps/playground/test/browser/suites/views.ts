import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { choose, go, outcome, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

export function views(world: World): void {
  describe('the signature lab', () => {
    test('explains each of its examples', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        for (const [example, mistake] of [
          ['Turkish letters', 'counted in bytes, not in characters'],
          ['No HMAC', 'put after the text'],
          ['Token as it is', 'was not hashed'],
        ] as const) {
          await page.getByRole('button', { name: example }).click();
          await page.getByRole('button', { name: 'Explain the difference' }).click();
          await page.locator('.mistakes li', { hasText: mistake }).first().waitFor();
        }
      }));

    test('says when a signature is right, and when nothing explains it', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await page.getByLabel('Fields that were signed').fill('{"b":"2","a":"1"}');
        await page.getByLabel('Secret').fill('no secret of anybody');
        await page.getByLabel('Their signature').fill('0'.repeat(64));
        await page.getByRole('button', { name: 'Explain the difference' }).click();
        await page.getByRole('heading', { name: 'None of the usual mistakes' }).waitFor();
        const right = await page.locator('.anatomy-text').last().innerText();
        await page.getByLabel('Their signature').fill(right);
        await page.getByRole('button', { name: 'Explain the difference' }).click();
        await page.getByText('The signature is right').first().waitFor();
        // A field and its piece of the text light up together.
        await page.locator('.anatomy-fields button').first().hover();
        expect(await page.locator('.piece[data-active="true"]').innerText()).toBe('a=1');
      }));
  });

  describe('the sandbox', () => {
    test('sends notifications that the library verifies, and refuses where they were changed', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'freepayment');
        await send(page);
        await outcome(page);
        await go(page, 'Sandbox');
        const deliveries = page.getByRole('list', { name: 'Deliveries' });
        for (const [way, verdicts] of [
          ['unchanged', ['verified']],
          ['tampered', ['verified', 'refused']],
          ['twice', ['verified', 'refused', 'verified', 'verified']],
        ] as const) {
          await page.getByRole('button', { name: new RegExp(`${way}$`) }).click();
          await deliveries
            .locator('.status')
            .nth(verdicts.length - 1)
            .waitFor();
          expect(await deliveries.locator('.status').allInnerTexts()).toEqual([...verdicts]);
        }
      }));

    test('verifies those of Pockyt too, which come where an address was given', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        await page.getByText('more fields, all optional').click();
        await page.getByLabel('Notification address').fill('https://shop.example/ipn');
        await send(page);
        await outcome(page);
        await go(page, 'Sandbox');
        await page.getByRole('button', { name: /late$/ }).click();
        await page.getByRole('list', { name: 'Deliveries' }).locator('.status').waitFor();
        expect(await page.getByRole('list', { name: 'Deliveries' }).innerText()).toContain('verified');
      }));

    test('makes authorizations, shows what is left, settles what is pending, and starts anew', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Sandbox');
        const rows = page.getByRole('region', { name: 'Authorizations' }).locator('tbody tr');
        await rows.first().waitFor();
        const before = await rows.count();
        await page.getByLabel('Provider').selectOption('freepayment');
        await page.getByLabel('Amount').fill('12.34');
        await page.getByLabel('Currency').selectOption('EUR');
        await page.getByLabel('Reference').selectOption('pending');
        await page.getByRole('button', { name: 'Authorize' }).click();
        await rows.nth(before).waitFor();
        const id = await rows.nth(before).locator('td').nth(1).innerText();
        expect(await rows.nth(before).innerText()).toContain('12.34 EUR');

        await go(page, 'Capture');
        await choose(page, 'freepayment');
        await page.getByLabel('Authorization', { exact: true }).fill(id);
        await page.getByLabel('Amount', { exact: true }).fill('12.34');
        await page.getByLabel('Currency', { exact: true }).selectOption('EUR');
        await send(page);
        expect((await outcome(page)).status).toBe('pending');

        await go(page, 'Sandbox');
        await page.getByRole('button', { name: 'capture it' }).click();
        await page.getByRole('region', { name: 'Captures' }).locator('[data-status="captured"]').waitFor();
        await page.getByRole('button', { name: 'Back to the start' }).click();
        await page.getByText('Nothing was captured yet.').waitFor();
        expect(await rows.count()).toBe(before);
      }));
  });

  test('compare captures at all five and shows what each can do', () =>
    visit(world, async ({ page }) => {
      await go(page, 'Compare');
      await page.getByRole('button', { name: 'Capture at all five' }).click();
      for (const { title, expected } of PROVIDERS) {
        const column = page.getByRole('region', { name: title, exact: true });
        await column.locator('.status').waitFor();
        expect(await column.locator('.status').innerText()).toBe(expected);
        expect(await column.innerText()).toContain('Truth: money moved.');
      }
      expect(await page.getByRole('region', { name: 'What each provider can do' }).locator('tbody tr').count()).toBe(
        12,
      );
    }));

  test('history keeps runs, gives them as a transcript without secrets, and replays it', () =>
    visit(world, async ({ page }) => {
      await choose(page, 'Pockyt');
      await send(page);
      await outcome(page);
      await go(page, 'History');
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Download the transcript/ }).click();
      const file = await (await downloading).path();
      const transcript = await readFile(file, 'utf8');
      expect(JSON.parse(transcript)).toMatchObject({ title: 'Pockyt', request: { provider: 'pockyt' } });
      expect(transcript).not.toMatch(/5425233430109903|\b123\b|5cbfb079/);

      await page.getByLabel('Replay a transcript').setInputFiles(file);
      const replay = page.getByRole('region', { name: 'Replay' });
      await replay.locator('[data-step="The truth"]').waitFor();
      expect(await replay.locator('[data-step="Judged"] .status').first().innerText()).toBe('captured');

      await page
        .getByLabel('Replay a transcript')
        .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"other"}') });
      await page.getByText('This file is no transcript').waitFor();

      await page.getByRole('button', { name: /^To the form/ }).click();
      await page.getByRole('button', { name: 'Send capture' }).waitFor();
      expect(await page.getByRole('radio', { name: /^Pockyt/ }).getAttribute('aria-checked')).toBe('true');
    }));
}
