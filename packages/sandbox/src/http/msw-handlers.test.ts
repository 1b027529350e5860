import { expect, test } from 'vitest';
import { request, sampleOf, type Sample } from '../../test/sample.ts';
import { createSandbox, PROVIDERS, type ProviderName } from '../index.ts';

interface Handler {
  url: string;
  resolver: (info: { request: Request }) => Promise<Response>;
}

/** Stands for msw's `http`: the first handler whose pattern fits handles a request. */
const http = { all: (url: string, resolver: Handler['resolver']): Handler => ({ url, resolver }) };

async function sendTo(handlers: Handler[], sent: Request): Promise<Response> {
  const found = handlers.find(({ url }) => {
    const pattern = url.replaceAll(/[.?]/g, String.raw`\$&`).replaceAll('*', '.*');
    return new RegExp(`^${pattern}$`).test(sent.url);
  });
  if (!found) throw new Error('no handler fits');
  return found.resolver({ request: sent });
}

const sampleRequest = (provider: ProviderName, { baseUrl }: Pick<Sample, 'baseUrl'>) =>
  new Request(...request(provider, baseUrl.replace('*', 'shop')));

test.each(PROVIDERS)("the handlers serve %s at the page's own base URL", async (provider) => {
  const sandbox = createSandbox();
  const sample = sampleOf(provider);
  const response = await sendTo(sandbox.handlers(http), sampleRequest(provider, sample));
  expect(response.status).toBe(sample.response.status);
  expect(sandbox.truth.captures({ provider })).toMatchObject([{ state: 'captured' }]);
});

test('a lost connection is an error of the network, as msw expects it, and not a status 500', async () => {
  const sandbox = createSandbox({ faults: () => 'commit-then-drop' });
  const response = await sendTo(sandbox.handlers(http), sampleRequest('freepayment', sampleOf('freepayment')));
  expect(response.type).toBe('error');
  expect(sandbox.truth.captures()).toHaveLength(1);
});

test('no handler takes a request to another host', async () => {
  const sandbox = createSandbox();
  await expect(sendTo(sandbox.handlers(http), new Request('https://example.com/'))).rejects.toThrow('no handler fits');
});
