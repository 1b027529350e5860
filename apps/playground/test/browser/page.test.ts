import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibility } from './suites/accessibility.ts';
import { captures } from './suites/captures.ts';
import { code } from './suites/code.ts';
import { compare } from './suites/compare.ts';
import { form } from './suites/form.ts';
import { history } from './suites/history.ts';
import { live } from './suites/live.ts';
import { sandbox } from './suites/sandbox.ts';
import { serverGone } from './suites/server-gone.ts';
import { session } from './suites/session.ts';
import { signatures } from './suites/signatures.ts';
import { summary } from './suites/summary.ts';
import { views } from './suites/views.ts';
import { startChromium } from './support/chromium.ts';
import { buildPage } from './support/page.ts';
import type { World } from './support/world.ts';

// The page in a real browser: one browser for all tests, a new context and a new playground for each.

const started = await startChromium();

if ('missing' in started) {
  console.warn(
    `\n!!! No browser starts, so the page of the playground is NOT tested.\n!!! ${started.missing}\n!!! Install Chrome or Chromium, or set CHROME_PATH.\n`,
  );
  test.skipIf(process.env['CI'] !== 'true')('a browser is available', () => {
    expect.fail(started.missing);
  });
} else {
  const { browser } = started;
  const world: { -readonly [Key in keyof World]: World[Key] } = { browser, folder: '' };
  let remove: () => void = () => undefined;
  beforeAll(async () => {
    const built = await buildPage();
    world.folder = built.folder;
    remove = built.remove;
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    remove();
  });
  describe.concurrent('the page', { timeout: 60_000 }, () => {
    captures(world);
    views(world);
    signatures(world);
    sandbox(world);
    compare(world);
    history(world);
    accessibility(world);
    live(world);
    session(world);
    form(world);
    summary(world);
    serverGone(world);
  });
  // Sequentially, because a browser has one clipboard.
  describe('the page', { timeout: 60_000 }, () => {
    code(world);
  });
}
