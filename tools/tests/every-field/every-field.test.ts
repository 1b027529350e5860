import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clientOptions } from '../../../packages/core/src/provider.ts';
import {
  InvalidRequestError,
  type CaptureResult,
  type LookupKeys,
  type LookupResult,
  type PreparedRequest,
} from '../../../packages/core/src/index.ts';
import { createSandbox, type ProviderName, type Sandbox } from '../../../packages/sandbox/src/index.ts';
import { providerPackages } from '../../workspace/workspace.ts';
import { VALUES } from './field-values.ts';
import { fieldsOf } from './schema-fields.ts';

// Client and sandbox are written apart, each from the provider's page. Where the page is silent both assume something,
// and must not contradict each other: whatever the client sends, the sandbox takes, at the limits of every field.
type Plain = Readonly<Record<string, unknown>>;
interface Client {
  readonly capture: (request: Plain) => Promise<CaptureResult>;
  readonly prepare: (request: Plain) => PreparedRequest;
  readonly lookup?: (keys: LookupKeys) => Promise<LookupResult>;
}

/** A request with its required fields, or those that others depend on. */
const REQUESTS: Readonly<Record<string, Plain>> = {
  firstoken: { authorizationId: 'A-1', amount: { minor: 100_000, currency: 'COP' }, reference: 'order-1042' },
  freepayment: { authorizationId: 'A-1', amount: { minor: 100_000, currency: 'USD' } },
  payfull: { authorizationId: 'A-1', amount: { minor: 100_000, currency: 'TRY' }, clientIp: '192.168.1.1' },
  paymentoptions: { authorizationId: 'A-1', amount: { minor: 1000, currency: 'JPY' } },
  pockyt: {
    amount: { minor: 30_000, currency: 'USD' },
    card: { number: '5425233430109903', cvv: '123', expiryMonth: '12', expiryYear: '2098' },
    reference: 'order-1042',
  },
};
const GOODS = { name: 'n', quantity: 1, category: 'DIGITAL_GOODS', description: 'd', amount: '10.00' };

/** A copy of a request with the value at a path, and what the path needs around it. */
function withField(request: Plain, path: string, value: unknown): Plain {
  const [name = '', inner] = path.split('.');
  if (inner === undefined) return { ...request, [name]: value };
  return { ...request, [name]: Object.assign({}, name === 'goodsInfo' ? GOODS : request[name], { [inner]: value }) };
}

/** The factory of a package, with its schemas. */
async function load(id: string, folder: string) {
  const importOf = async (file: string) =>
    (await import(pathToFileURL(join(folder, 'src', file)).href)) as Readonly<Record<string, unknown>>;
  const [{ requestSchema }, { optionsSchema }, exported] = await Promise.all(
    ['request.ts', 'options.ts', 'index.ts'].map(importOf) as [
      Promise<{ requestSchema?: unknown }>,
      Promise<{ optionsSchema?: unknown }>,
      Promise<Plain>,
    ],
  );
  const create = Object.entries(exported).find(([name]) => name.toLowerCase() === `create${id}`)?.[1];
  return { requestSchema, optionsSchema, create: create as (options: Plain) => Client };
}

/** Captures at a new sandbox that has the authorization of the request; returns the result and what really happened. */
async function captureAt(
  id: string,
  create: (options: Plain) => Client,
  request: Plain,
  options: (sandbox: Sandbox) => Plain = () => ({}),
) {
  // prettier-ignore
  const provider = id as ProviderName;
  const sandbox = createSandbox();
  const { authorizationId, reference, amount } = request as { authorizationId?: string; reference?: string; amount: { minor: number; currency: string } }; // prettier-ignore
  // The reference of a capture is that of the authorization, where a capture carries none of its own.
  if (authorizationId !== undefined)
    sandbox.authorize({ provider, id: authorizationId, amount, ...(reference !== undefined && { reference }) });
  const account = { ...serverOf(id), ...sandbox.credentials[provider], fetch: sandbox.fetch };
  const client = create({ ...account, ...options(sandbox) });
  const result = await client.capture(request);
  const lookup = 'lookupKeys' in result ? await client.lookup?.(result.lookupKeys) : undefined;
  return { result, lookup, captures: sandbox.truth.captures({ provider }).length };
}

/** The server: the declared sandbox, or that of a shop. */
const serverOf = (id: string): Plain =>
  id === 'payfull' ? { baseUrl: 'https://shop.payfull.com' } : { environment: 'sandbox' };

const cases = await Promise.all(
  providerPackages().map(async ({ id, folder }) => ({ id, values: VALUES[id]!, request: REQUESTS[id]!, ...(await load(id, folder)) })), // prettier-ignore
);

test('every provider has values', () => {
  expect(readdirSync(join(import.meta.dirname, '../../../packages'))).toEqual(
    expect.arrayContaining(Object.keys(VALUES)),
  );
  expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(VALUES).sort());
});

describe.each(cases)('$id', ({ id, values, request, requestSchema, optionsSchema, create }) => {
  test('every field of the request has values, and so has every option of its own that is not a credential', () => {
    expect(Object.keys(values.request).sort()).toEqual(fieldsOf(requestSchema).sort());
    const { credentials } = createSandbox();
    const required = Object.keys(credentials[id as ProviderName]).filter((name) => !(name in values.options));
    const shared = Object.keys(clientOptions);
    const own = fieldsOf(optionsSchema).filter((name) => !shared.includes(name.split('.')[0]!));
    expect(Object.keys(values.options).sort()).toEqual(own.filter((name) => !required.includes(name)).sort());
  });

  const rows = Object.entries(values.request).flatMap(([path, { sent }]) =>
    sent.map((value) => [`${path} = ${shown(value)}`, path, value] as const),
  );
  test.each(rows)('the sandbox takes %s', async (_what, path, value) => {
    const { result, captures } = await captureAt(id, create, withField(request, path, value));
    expect([errorOf(result), captures]).toEqual([undefined, 1]);
  });

  const declines = Object.entries(values.request).flatMap(([path, { declined = [] }]) =>
    declined.map((value) => [`${path} = ${shown(value)}`, path, value] as const),
  );
  if (declines.length > 0)
    test.each(declines)('the sandbox takes %s, and declines', async (_what, path, value) => {
      const { result, captures } = await captureAt(id, create, withField(request, path, value));
      expect([result.status, captures]).toEqual(['declined', 1]);
    });

  const beyond = Object.entries(values.request).flatMap(([path, { refused = [] }]) =>
    refused.map((value) => [`${path} = ${shown(value)}`, path, value] as const),
  );
  test.each(beyond)('the client refuses %s, one step beyond', async (_what, path, value) => {
    const { message } = await captureAt(id, create, withField(request, path, value)).then(
      ({ result }) => ({ message: `it was ${result.status}` }),
      (error: unknown) => (InvalidRequestError.is(error) ? error : { message: String(error) }),
    );
    expect(message).toContain(path.split('.').at(-1));
  });

  const options = Object.entries(values.options).flatMap(([name, of]) =>
    of(createSandbox()).map((_value, index) => [`${name}, value ${index + 1}`, name, of, index] as const),
  );
  test.each(options)('the sandbox takes the option %s', async (_what, name, of, index) => {
    const option = (sandbox: Sandbox) => ({ [name]: of(sandbox)[index] });
    const { result, lookup, captures } = await captureAt(id, create, request, option);
    expect([errorOf(result), captures]).toEqual([undefined, 1]);
    expect(lookup?.error?.message).toBeUndefined();
  });

  test('the sandbox takes all fields at once, each with its longest value', async () => {
    const all = Object.entries(values.request)
      .filter(([path, { sent }]) => sent.length > 0 && !/^(?:amount|card)\./.test(path))
      .reduce((whole, [path, { sent }]) => {
        const [name = ''] = path.split('.');
        const longest = [...sent].sort((a, b) => String(b).length - String(a).length)[0];
        const around = { ...whole, [name]: whole[name] ?? (path.includes('.') ? GOODS : undefined) };
        return path.includes('.')
          ? { ...around, [name]: { ...(around[name] as object), [path.split('.')[1]!]: longest } }
          : { ...whole, [path]: longest };
      }, request);
    const { result, captures } = await captureAt(id, create, all);
    expect([errorOf(result), captures]).toEqual([undefined, 1]);
  });
});

test('pockyt: the sandbox takes a list of goods as long as a basket', async () => {
  const { create } = cases.find(({ id }) => id === 'pockyt')!;
  const item = { ...GOODS, name: 'n'.repeat(255), description: 'd'.repeat(200), tax: '1.00' };
  const request = { ...REQUESTS['pockyt'], goodsInfo: Array.from({ length: 50 }, () => item) };
  const { result, captures } = await captureAt('pockyt', create, request);
  expect([errorOf(result), captures]).toEqual([undefined, 1]);
});

const errorOf = (result: CaptureResult): string | undefined => ('error' in result ? `${result.error.message} ${result.error.providerMessage ?? ''}` : undefined); // prettier-ignore

function shown(value: unknown): string {
  const printed = String(value);
  return printed.length > 40 ? `${printed.slice(0, 20)}… (${printed.length})` : `"${printed}"`;
}
