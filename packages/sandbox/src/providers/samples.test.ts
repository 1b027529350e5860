import { expect, test } from 'vitest';
import { sampleOf, send } from '../../test/sample.ts';
import { createSandbox, PROVIDERS } from '../index.ts';

test.each(PROVIDERS)('%s: the documented example runs as printed, and money moves once', async (provider) => {
  const sandbox = createSandbox();
  const { status, body } = await send(sandbox, provider);
  const { response: sample, amount } = sampleOf(provider);
  expect(status).toBe(sample.status);
  expect(sandbox.truth.captures()).toMatchObject([{ provider, state: 'captured', amount }]);
  expect(sandbox.truth.requests({ provider })).toBe(1);
  // Every documented member is present with the same type; ids, times and made-up strings differ.
  expect(missingMembers(sample.body, body)).toEqual([]);
});

test.each(PROVIDERS)('%s: the documented host leads to the same emulator', async (provider) => {
  const sandbox = createSandbox();
  const { baseUrl, request } = sampleOf(provider);
  const body = request.encoding === 'form' ? new URLSearchParams(request.body) : JSON.stringify(request.body);
  const response = await sandbox.fetch(baseUrl.replace('*', 'shop') + request.path, { ...request, body });
  expect(response.status).toBe(sampleOf(provider).response.status);
  expect(sandbox.truth.captures({ provider })).toHaveLength(1);
});

test.each(PROVIDERS)('%s: the credentials are those of the documented example', (provider) => {
  expect(createSandbox().credentials[provider]).toEqual(sampleOf(provider).credentials);
});

test('paymentoptions: the path is accepted once and doubled, but not thrice', async () => {
  const sandbox = createSandbox();
  const statusAt = async (base: string) =>
    (await sandbox.fetch(`${base}/server-to-server-interface/capture`, { method: 'POST' })).status;
  const host = 'https://api-dev.paymentoptions.com';
  expect(await statusAt(`${host}/api/v1`)).toBe(401);
  expect(await statusAt(`${host}/api/v1/api/v1`)).toBe(401);
  expect(await statusAt('http://127.0.0.1/paymentoptions/api/v1')).toBe(401);
  expect(await statusAt(`${host}/api/v1/api/v1/api/v1`)).toBe(404);
});

test('the same seed gives the same ids, and reset restores the initial state', async () => {
  const ids = async (sandbox: ReturnType<typeof createSandbox>) => {
    for (const provider of PROVIDERS) await send(sandbox, provider);
    return sandbox.truth.captures().map(({ captureId }) => captureId);
  };
  const sandbox = createSandbox({ seed: 7 });
  const first = await ids(sandbox);
  expect(new Set(first).size).toBe(PROVIDERS.length);
  sandbox.reset();
  expect(sandbox.truth.captures()).toEqual([]);
  expect(sandbox.truth.requests()).toBe(0);
  expect(await ids(sandbox)).toEqual(first);
  expect(await ids(createSandbox({ seed: 7 }))).toEqual(first);
  expect(await ids(createSandbox({ seed: 8 }))).not.toEqual(first);
});

function missingMembers(expected: object, got: unknown, path = ''): string[] {
  return Object.entries(expected).flatMap(([name, value]: [string, unknown]) => {
    const found = (got as Record<string, unknown> | undefined)?.[name];
    if (typeof value === 'object' && value !== null) return missingMembers(value, found, `${path}.${name}`);
    return typeof found === typeof value ? [] : [`${path}.${name}`];
  });
}
