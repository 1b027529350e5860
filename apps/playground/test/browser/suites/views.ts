import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { choose, go, outcome, send } from '../support/actions.ts';
import { visit, type World } from '../support/world.ts';

export function views(world: World): void {
  describe('the signature lab', () => {
    test('the signature lab explains each of its examples', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        for (const [example, mistake] of [
          ['Turkish letters', 'counted in bytes, not in characters'],
          ['No HMAC', 'appended to the text'],
          ['Token not hashed', 'was not hashed'],
        ] as const) {
          await page.getByRole('button', { name: example }).click();
          await page.getByRole('button', { name: 'Explain the difference' }).click();
          await page.locator('.mistakes li', { hasText: mistake }).first().waitFor();
        }
      }));

    test('the signature lab recognizes a correct signature, and reports if no mistake explains one', () =>
      visit(world, async ({ page }) => {
        await go(page, 'Signatures');
        await page.getByLabel('Signed fields').fill('{"b":"2","a":"1"}');
        await page.getByLabel('Secret').fill('not a real secret');
        await page.getByLabel('Your signature').fill('0'.repeat(64));
        await page.getByRole('button', { name: 'Explain the difference' }).click();
        await page.getByRole('heading', { name: 'No known mistake found' }).waitFor();
        const correct = await page.locator('.anatomy-text').last().innerText();
        await page.getByLabel('Your signature').fill(correct);
        await page.getByRole('button', { name: 'Explain the difference' }).click();
        await page.getByText('The signature is correct').first().waitFor();
        // A field and its piece of the string are highlighted together.
        await page.locator('.anatomy-fields button').first().hover();
        expect(await page.locator('.piece[data-active="true"]').innerText()).toBe('a=1');
      }));
  });

  describe('the sandbox', () => {
    test('the sandbox delivers notifications that the library verifies, and refuses after tampering', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'freepayment');
        await send(page);
        await outcome(page);
        await go(page, 'Sandbox');
        const deliveries = page.getByRole('list', { name: 'Deliveries' });
        for (const [label, verdicts] of [
          ['Deliver:', ['verified']],
          ['Tamper and deliver', ['verified', 'refused']],
          ['Deliver twice', ['verified', 'refused', 'verified', 'verified']],
        ] as const) {
          await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
          await deliveries
            .locator('.status')
            .nth(verdicts.length - 1)
            .waitFor();
          expect(await deliveries.locator('.status').allInnerTexts()).toEqual([...verdicts]);
        }
      }));

    test('the sandbox delivers a notification of Pockyt for a capture with a notification URL', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'Pockyt');
        await page.getByText(/more optional fields/).click();
        await page.getByLabel('Notification URL').fill('https://shop.example/ipn');
        await send(page);
        await outcome(page);
        await go(page, 'Sandbox');
        await page.getByRole('button', { name: /^Deliver late/ }).click();
        await page.getByRole('list', { name: 'Deliveries' }).locator('.status').waitFor();
        expect(await page.getByRole('list', { name: 'Deliveries' }).innerText()).toContain('verified');
      }));

    test('the sandbox creates authorizations, shows their remaining amounts, completes pending captures, and resets', () =>
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
        await page.getByRole('button', { name: 'Complete', exact: true }).click();
        await page.getByRole('region', { name: 'Captures' }).locator('[data-status="captured"]').waitFor();
        await page.getByRole('button', { name: 'Reset sandbox' }).click();
        await page.getByText('Nothing has been captured yet.').waitFor();
        expect(await rows.count()).toBe(before);
      }));
  });

  test('the comparison captures at every provider and shows the capabilities of each', () =>
    visit(world, async ({ page }) => {
      await go(page, 'Compare');
      await page.getByRole('button', { name: 'Capture at all providers' }).click();
      for (const { title, expected } of PROVIDERS) {
        const column = page.getByRole('region', { name: title, exact: true });
        await column.locator('.status').waitFor();
        expect(await column.locator('.status').innerText()).toBe(expected);
        expect(await column.innerText()).toContain('In the sandbox: money moved.');
      }
      expect(
        await page.getByRole('region', { name: 'Capabilities of each provider' }).locator('tbody tr').count(),
      ).toBe(13);
    }));

  test('the history keeps runs, exports them as transcripts without secrets, and replays them', () =>
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
      await replay.locator('[data-step="In the sandbox"]').waitFor();
      expect(await replay.locator('[data-step="Verdict"] .status').first().innerText()).toBe('captured');

      await page
        .getByLabel('Replay a transcript')
        .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"other"}') });
      await page.getByText('Not a playground transcript.').waitFor();

      await page.getByRole('button', { name: /^Use in form/ }).click();
      await page.getByRole('button', { name: 'Send capture' }).waitFor();
      expect(await page.getByRole('radio', { name: /^Pockyt/ }).getAttribute('aria-checked')).toBe('true');
    }));
}
