import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import type { CaptureResult } from '../contract/result.ts';
import { DeclinedError, UnknownOutcomeError, UnsentError } from '../errors/capture-error.ts';
import { defineProvider } from '../pipeline/define-provider.ts';
import { contradictory, type LookupVerdict, refused, undecided, type Verdict } from '../provider/verdict.ts';
import { clientOptions, baseUrl } from '../schemas/options.ts';
import { amount, id, reference } from '../schemas/request-fields.ts';
import { resolveOutcome } from '../resolve-outcome.ts';
import {
  capturedResult,
  declinedResult,
  lookupResult,
  pendingResult,
  unknownResult,
  unsentResult,
} from '../testing.ts';

// A result for a unit test has to be one that a client could have returned. These are compared with the results of a
// client that captures and looks up over a real connection.
const reported = { minor: 2302, currency: 'EUR' };
const accepted = { captureId: 'capture-1042', reported, consistency: [], correlation: [] };
const VERDICTS: Readonly<Record<string, Verdict>> = {
  captured: { status: 'captured', ...accepted },
  pending: { status: 'pending', ...accepted },
  declined: refused('card_expired'),
  contradictory: contradictory([]),
  undecided: undecided('unknown_status'),
};
const LOOKUPS: Readonly<Record<string, LookupVerdict>> = {
  ...VERDICTS,
  'not-found': { status: 'not-found' },
  undecidable: { status: 'undecidable' },
};
const schema = v.object({ state: v.string() });
const createToy = defineProvider({
  id: 'acme',
  environments: {},
  capabilities: { ...toyCapabilities, lookupBy: ['reference', 'captureId'], uniqueKeys: ['reference', 'captureId'] },
  options: v.strictObject({ ...clientOptions, baseUrl: baseUrl() }),
  request: v.strictObject({ authorizationId: id(), reference: reference(), amount: amount() }),
  storable: { authorizationId: true, reference: true, amount: true },
  encode: ({ reference: state }) => ({ method: 'POST', path: `/${state}`, body: { type: 'json', fields: {} } }),
  sign: (call) => ({ call }),
  response: schema,
  judge: ({ state }) => VERDICTS[state] ?? undecided('unreadable_response'),
  lookup: {
    encode: ({ reference: state = '' }) => ({ method: 'GET', path: `/${state}` }),
    response: schema,
    judge: ({ state }) => LOOKUPS[state] ?? undecided('unreadable_response'),
  },
});

/** Responds with the path as its state; `/unreadable` with a page, `/in-doubt` never. */
const server = createServer((request, response) => {
  const state = (request.url ?? '').slice(1);
  if (state === 'in-doubt') response.destroy();
  else response.end(state === 'unreadable' ? '<html>' : JSON.stringify({ state }));
});
let client: ReturnType<typeof createToy>;
/** The address of a server that has ended: it refuses connections. */
let unreachable: string;
const listen = async (on: Server): Promise<string> => {
  await new Promise<void>((resolve) => on.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(on.address() as AddressInfo).port}`;
};
beforeAll(async () => {
  client = createToy({ baseUrl: await listen(server) });
  const closed = createServer();
  unreachable = await listen(closed);
  await new Promise((resolve) => closed.close(resolve));
});
afterAll(() => server.close());

/** Captures with a state for a reference; `unsent` is sent to a server that has ended. */
const captureOver = (state: string): Promise<CaptureResult> => {
  const to = state === 'unsent' ? createToy({ baseUrl: unreachable }) : client;
  return to.capture({ authorizationId: 'authorization-1042', reference: state, amount: reported });
};

/** The members of an object with the kind of each, at any depth. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shapeOf(item)]));
}
/** The members of a result without its response, which is whatever the provider sends. */
/** The types of all members. The detail of a failure is optional: only an exchange that took place has one. */
const membersOf = (result: object): unknown =>
  JSON.parse(JSON.stringify(shapeOf({ ...result, response: undefined })).replace(/("detail":)"\w+"/g, '$1"optional"'));

test.each<[string, CaptureResult]>([
  ['captured', capturedResult()],
  ['pending', pendingResult()],
  ['declined', declinedResult({ code: 'card_expired' })],
  ['unsent', unsentResult()],
  ['in-doubt', unknownResult()],
  ['unreadable', unknownResult({ reason: 'unreadable' })],
  ['contradictory', unknownResult({ reason: 'contradictory' })],
  ['undecided', unknownResult({ reason: 'undecided' })],
])('the result of a capture that is %s has the members of a real one', async (state, created) => {
  const real = await captureOver(state);
  expect(created.status).toBe(real.status);
  expect(Object.keys(created)).toEqual(Object.keys(real));
  expect(membersOf(created)).toEqual(membersOf(real));
});

test.each([
  ['captured', lookupResult()],
  ['pending', lookupResult({ status: 'pending' })],
  ['declined', lookupResult({ status: 'declined' })],
  ['not-found', lookupResult({ status: 'not-found' })],
  ['undecidable', lookupResult({ status: 'undecidable' })],
  ['undecided', lookupResult({ status: 'unknown', httpStatus: 200 })],
  ['in-doubt', lookupResult({ status: 'unknown' })],
])('the result of a lookup that is %s has the members of a real one', async (state, created) => {
  const real = await client.lookup({ reference: state, amount: reported, knownCaptureIds: [] });
  expect([created.status, created.decides]).toEqual([real.status, real.decides]);
  expect(Object.keys(created)).toEqual(Object.keys(real));
  expect(membersOf({ ...created, keys: {} })).toEqual(membersOf({ ...real, keys: {} }));
});

describe('a created result', () => {
  test('has real errors', () => {
    expect(DeclinedError.is(declinedResult().error)).toBe(true);
    expect(UnsentError.is(unsentResult().error)).toBe(true);
    expect(UnknownOutcomeError.is(unknownResult().error)).toBe(true);
    expect(declinedResult({ code: 'insufficient_funds', providerCode: '51' })).toMatchObject({
      providerCode: '51',
      error: { code: 'insufficient_funds', moneyMoved: 'no', providerCode: '51' },
      errorData: { code: 'insufficient_funds', category: 'payment' },
    });
    expect(unsentResult({ code: 'tls_failed' }).error.retriable).toBe(false);
    expect(unknownResult({ reason: 'unreadable', httpStatus: 502 }).error.code).toBe('provider_error');
  });

  test('has the members that were given, and its lookup keys follow from them', () => {
    const given = { provider: 'zeta', authorizationId: 'A-1', reference: 'R-1', captureId: 'C-1' } as const;
    const amount = { minor: 5, currency: 'JPY' };
    expect(capturedResult({ ...given, amount, providerTime: { text: 'noon' }, response: { state: 1 } })).toMatchObject({
      ...given,
      amount,
      reportedAmount: amount,
      amountCheck: 'match',
      lookupKeys: { reference: 'R-1', captureId: 'C-1', authorizationId: 'A-1', amount },
      providerTime: { text: 'noon' },
      response: { state: 1 },
    });
    const nextAction = { type: 'redirect', url: 'https://acs.example/3ds' } as const;
    expect(pendingResult({ nextAction }).nextAction).toEqual(nextAction);
  });

  test('shares nothing with the next one', () => {
    Object.assign(capturedResult().amount, { minor: 1 });
    Object.assign(lookupResult().keys, { reference: 'changed' });
    expect(capturedResult().amount).toEqual({ minor: 2302, currency: 'EUR' });
    expect(lookupResult().keys.reference).toBe('order-1042');
  });

  test.each<[string, () => unknown]>([
    ['captured with an HTTP status of 500', () => capturedResult({ httpStatus: 500 })],
    ['captured without a capture id', () => capturedResult({ captureId: '' })],
    ['declined as a duplicate', () => declinedResult({ code: 'duplicate_reference' })],
    ['a decided lookup with an HTTP status of 502', () => lookupResult({ httpStatus: 502 })],
  ])('is refused where no client could return it: %s', (_what, create) => {
    expect(create).toThrow(TypeError);
  });

  test('stands in for the result of a client, also for resolveOutcome', async () => {
    vi.spyOn(client, 'capture').mockResolvedValue(unknownResult({ provider: 'acme' }));
    vi.spyOn(client, 'lookup').mockResolvedValue(lookupResult());
    const result = await client.capture({ authorizationId: 'A-1', reference: 'R-1', amount: reported });
    if (result.status !== 'unknown') throw new Error(result.status);
    expect(await resolveOutcome(client, result, { delays: [0] })).toMatchObject({ status: 'captured', attempts: 1 });
    vi.restoreAllMocks();
  });
});
