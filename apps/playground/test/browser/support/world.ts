import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { startPlayground, type Playground, type PlaygroundOptions } from '../../../src/server/playground.ts';
import { scriptHashes } from './script-hashes.ts';
import { writtenBy } from './server-output.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One browser for all tests, and the built page. */
export interface World {
  readonly browser: Browser;
  readonly folder: string;
}

/** A new page at a new playground. */
export interface Visit {
  readonly page: Page;
  readonly playground: Playground;
}

/** Card data and credentials that are typed or that the sandbox has: none of them may be seen anywhere. */
const SECRETS = [
  '5425233430109903',
  'sandbox-payfull-password',
  'sandbox-secret-key',
  '5cbfb079f15b150122261c8537086d77a',
  'YOUR_API_KEY_HERE',
];

/**
 * Opens the page, runs a job, and verifies the invariants of every visit: no error, no request to another origin, only
 * the scripts that were built, nothing stored, nothing in the URL, no secret on the page or in the output of the
 * server.
 */
export async function visit(
  { browser, folder }: World,
  job: (visit: Visit) => Promise<void>,
  {
    playground: options = {},
    mayLog = /status of 400/,
    ...look
  }: BrowserContextOptions & {
    readonly playground?: Partial<PlaygroundOptions>;
    /** Errors that the browser may log to its console: refusals, or missing responses. */
    readonly mayLog?: RegExp;
  } = {},
): Promise<void> {
  const playground = await startPlayground({ page: folder, port: 0, sandboxTimeout: 500, ...options });
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...look,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  const scripts = new Set<string>();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on(
    'console',
    (message) => message.type() === 'error' && !mayLog.test(message.text()) && errors.push(message.text()),
  );
  context.on(
    'request',
    (request) =>
      new URL(request.url()).origin === playground.origin ||
      request.url().startsWith('blob:') ||
      errors.push(request.url()),
  );
  page.on('requestfinished', (request) => request.resourceType() === 'script' && scripts.add(request.url()));
  await page.addInitScript(axeSource);
  try {
    await page.goto(playground.address);
    await page.getByRole('button', { name: /Send capture/ }).waitFor();
    await job({ page, playground });
    expect(errors).toEqual([]);
    expect(await leftBehind(page)).toEqual({
      url: `${playground.origin}/`,
      stored: 0,
      databases: 0,
      caches: 0,
      workers: 0,
      cookies: '',
    });
    const seen = (await markupWithoutInputs(page)) + writtenBy(playground.origin);
    for (const secret of SECRETS)
      expect(seen.includes(secret), `the secret that ends in ${secret.slice(-4)}`).toBe(false);
    const { sent, built } = scriptHashes([...scripts], folder);
    expect(sent).toEqual(built);
    expect(built.length).toBeGreaterThan(0);
  } finally {
    await context.close();
    await playground.close();
  }
}

/** The violations that axe finds on the current page. */
export async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

async function leftBehind(page: Page): Promise<object> {
  return page.evaluate(async () => ({
    url: location.href,
    stored: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
}

/** The whole markup without the values of inputs. */
async function markupWithoutInputs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const input of copy.querySelectorAll('input')) input.removeAttribute('value');
    return copy.outerHTML;
  });
}
