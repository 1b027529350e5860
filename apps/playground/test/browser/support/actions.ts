import type { Page } from 'playwright-core';

// What a person does on the page, in the words of the page.

export async function choose(page: Page, provider: string): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${provider}`) }).click();
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send capture' }).click();
}

/** Waits for the run to end and tells the step titles, the verdict and whether it is honest. */
export async function outcome(page: Page): Promise<{ steps: string[]; status: string; agreement: string }> {
  const run = page.getByRole('region', { name: 'What happened' });
  await run.locator('[data-step="The truth"]').waitFor();
  const steps = await run
    .locator('.step')
    .evaluateAll((found) => found.map((step) => step.getAttribute('data-step') ?? ''));
  const status = await run.locator('[data-step="Judged"] .status').first().innerText();
  const agreement = await run.locator('.summary .agrees').innerText();
  return { steps, status, agreement };
}

export async function go(
  page: Page,
  view: 'Capture' | 'Signatures' | 'Sandbox' | 'Compare' | 'History',
): Promise<void> {
  await page.getByRole('tab', { name: view, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Presses Tab until the focus is where `isThere` says; tells how often. */
export async function tabTo(page: Page, selector: string, most = 80): Promise<number> {
  for (let pressed = 1; pressed <= most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector)) return pressed;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** Moves a choice with an arrow key, held down until the choice has followed: it follows after the key's own event, as it does under a finger. */
export async function arrowTo(page: Page, key: 'ArrowUp' | 'ArrowDown', name: string): Promise<void> {
  await page.keyboard.down(key);
  await page.getByRole('radio', { name: new RegExp(`^${name}`), checked: true }).waitFor();
  await page.keyboard.up(key);
}
