import { FAULTS, type FaultName } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../../src/providers/index.ts';
import { choose, outcome, send } from '../support/actions.ts';
import { writtenBy } from '../support/server-output.ts';
import { violations, visit, type World } from '../support/world.ts';

const STEPS = ['Checked', 'Translated', 'Signed', 'Sent', 'On the wire', 'Response', 'Verdict', 'In the sandbox'];

/** The status that each fault leads to at Payfull. */
const VERDICTS: Readonly<Record<FaultName, string>> = {
  refuse: 'unsent',
  hang: 'unknown',
  'drop-before-commit': 'unknown',
  'commit-then-drop': 'unknown',
  'cut-body': 'unknown',
  garbage: 'unknown',
  'html-502': 'unknown',
  'server-error': 'unknown',
  // A refusal in a format that Payfull's page does not document is unknown.
  unauthorized: 'unknown',
  'rate-limited': 'unknown',
  redirect: 'unknown',
  'other-amount': 'unknown',
  contradiction: 'unknown',
};

export function captures(world: World): void {
  describe('captures', () => {
    test.each(PROVIDERS)('a capture at $title shows every step', ({ title, expected }) =>
      visit(world, async ({ page }) => {
        await choose(page, title);
        await send(page);
        const { steps, status, agreement } = await outcome(page);
        expect(steps.slice(0, STEPS.length)).toEqual(STEPS);
        expect(status).toBe(expected);
        expect(agreement).toBe('matches the sandbox');
      }),
    );

    test('no fault leads to a verdict that contradicts the sandbox', () =>
      visit(world, async ({ page }) => {
        const verdicts: Record<string, string> = {};
        for (const fault of Object.keys(FAULTS)) {
          await page.getByRole('button', { name: /^Create (one|another) for/ }).click();
          await page.getByLabel('Fault').selectOption(fault);
          await send(page);
          await page.locator('.summary .chip', { hasText: `fault: ${fault}` }).waitFor();
          const { status, agreement } = await outcome(page);
          expect(agreement, fault).toBe('matches the sandbox');
          verdicts[fault] = status;
        }
        expect(verdicts).toEqual(VERDICTS);
      }));

    test('a lost response is looked up until its outcome is final', () =>
      visit(world, async ({ page }) => {
        await page.getByRole('button', { name: 'Lose a response' }).click();
        expect((await outcome(page)).status).toBe('unknown');
        await page.getByRole('button', { name: 'Look up outcome' }).first().click();
        const resolution = page.locator('[data-step="Outcome"]');
        await resolution.waitFor();
        expect(await resolution.locator('.status').innerText()).toBe('captured');
        expect(await resolution.innerText()).toContain('No capture was sent');
        expect(await page.locator('.summary .status').innerText()).toBe('captured');
      }));

    test('losing a response captures money each time, also if the sample was captured before', () =>
      visit(world, async ({ page, playground }) => {
        for (let time = 0; time < 2; time += 1) {
          await page.getByRole('button', { name: 'Lose a response' }).click();
          await outcome(page);
          expect(await page.locator('.summary').innerText()).toContain('money moved');
          expect(await page.locator('.summary').innerText()).not.toContain('no money moved');
          expect(await page.getByLabel('Fault').inputValue()).toBe('');
          // Another page at the same sandbox.
          await page.goto('about:blank');
          await page.goto(playground.address);
        }
      }));

    test.each(PROVIDERS)('sending twice at $title captures twice, and the same again is an experiment', (provider) =>
      visit(world, async ({ page }) => {
        const { title, expected } = provider;
        await choose(page, title);
        const again = page.getByRole('button', { name: 'Send the same again' });
        const identity = page.locator(title === 'Pockyt' ? '#field-reference' : '#field-authorizationId');
        await send(page);
        expect((await outcome(page)).status).toBe(expected);
        await again.waitFor();
        expect(await violations(page)).toEqual([]);
        // A new one is ready as soon as the second capture has used this one.
        const fresh = await identity.inputValue();
        await send(page);
        await expect.poll(() => identity.inputValue()).not.toBe(fresh);
        await again.waitFor();
        const second = await outcome(page);
        expect(second.status).toBe(expected);
        expect(second.agreement).toBe('matches the sandbox');
        await again.click();
        await page.locator('.summary').getByText('no money moved').waitFor();
        expect(['unknown', 'declined']).toContain((await outcome(page)).status);
      }),
    );

    test('a declined capture leaves the form as it is', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'freepayment');
        await page.getByLabel('Amount', { exact: true }).fill('0.51');
        const before = await page.getByLabel('Authorization', { exact: false }).first().inputValue();
        await send(page);
        expect((await outcome(page)).status).toBe('declined');
        await page.getByRole('button', { name: 'Send capture' }).waitFor();
        expect(await page.getByLabel('Authorization', { exact: false }).first().inputValue()).toBe(before);
        expect(await page.locator('.repetition').count()).toBe(0);
      }));

    test('a capture that the provider cannot decide stays unknown', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'PaymentOptions');
        await page.getByLabel('Fault').selectOption('commit-then-drop');
        await send(page);
        await page.getByRole('button', { name: 'Look up outcome' }).first().click();
        const resolution = page.locator('[data-step="Outcome"]');
        await resolution.waitFor();
        expect(await resolution.locator('.status').innerText()).toBe('undecided');
      }));

    test('a capture of more than the authorized amount is declined', () =>
      visit(world, async ({ page }) => {
        await choose(page, 'freepayment');
        await page.getByLabel('Amount', { exact: true }).fill('0.51');
        await send(page);
        const { status, agreement } = await outcome(page);
        expect(status).toBe('declined');
        expect(agreement).toBe('matches the sandbox');
        expect(await page.locator('[data-step="In the sandbox"]').innerText()).toContain(
          'no capture from this request',
        );
      }));

    test('a capture that hangs can be aborted', () =>
      visit(
        world,
        async ({ page }) => {
          await page.getByLabel('Fault').selectOption('hang');
          await send(page);
          await page.getByRole('progressbar', { name: 'Waiting for the response' }).waitFor();
          await page.getByRole('button', { name: 'Stop waiting' }).click();
          expect((await outcome(page)).status).toBe('unknown');
          expect(await page.locator('[data-step="Verdict"]').innerText()).toContain('aborted');
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
        },
        { playground: { sandboxTimeout: 30_000 } },
      ));
  });

  describe('invalid fields', () => {
    test('an invalid field shows the rule of the library when it is left', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Client IP address').fill('nowhere');
        await page.getByLabel('Notes').focus();
        await page.getByRole('alert').getByText('must be an IPv4 or IPv6 address').waitFor();
        expect(await page.getByLabel('Client IP address').getAttribute('aria-invalid')).toBe('true');
      }));

    test('an invalid field keeps the form from being sent, and gets the focus', () =>
      visit(world, async ({ page }) => {
        await page.getByLabel('Amount', { exact: true }).fill('23.025');
        await send(page);
        await page.locator('.error', { hasText: 'at most 2 decimals' }).waitFor();
        expect(await page.locator('.step').count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-amount');
      }));

    test('a card that is not a published test card is refused, and its number is not repeated anywhere', () =>
      visit(world, async ({ page, playground }) => {
        await choose(page, 'Pockyt');
        await page.getByLabel('Number', { exact: true }).fill('4000056655665556');
        await send(page);
        await page.locator('.error', { hasText: 'published test card' }).waitFor();
        expect(writtenBy(playground.origin)).not.toContain('4000056655665556');
        expect(await page.locator('.step').count()).toBe(0);
      }));
  });
}
