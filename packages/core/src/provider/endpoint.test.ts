import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../test/refusals.ts';
import { InvalidOptionsError } from '../errors/invalid-input.ts';
import { endpointOf, type EndpointChoice } from './endpoint.ts';

const LIVE = 'https://api.toy.example/v1/v1';
const SANDBOX = 'https://test.toy.example/v1';
const PROXY = 'https://proxy.example/toy';
const declared = { live: LIVE, sandbox: SANDBOX };

describe('the server of a client', () => {
  test.each<[EndpointChoice, string, boolean | undefined]>([
    [{ environment: 'live' }, LIVE, true],
    [{ environment: 'sandbox' }, SANDBOX, false],
    [{ baseUrl: LIVE }, LIVE, true],
    [{ baseUrl: SANDBOX }, SANDBOX, false],
    [{ baseUrl: 'https://test.toy.example/v2' }, 'https://test.toy.example/v2', false],
    [{ baseUrl: 'https://test.toy.example.' }, 'https://test.toy.example.', false],
    [{ baseUrl: PROXY }, PROXY, undefined],
    [{ environment: 'live', baseUrl: PROXY }, PROXY, undefined],
    [{ environment: 'live', baseUrl: LIVE, expect: 'live' }, LIVE, true],
  ])('follows from %j', (options, baseUrl, live) => {
    expect(endpointOf('toy', declared, options)).toEqual({ baseUrl, live, expect: options.expect });
  });

  test('is of neither kind where one host serves both', () => {
    const both = { live: LIVE, sandbox: LIVE };
    for (const environment of ['live', 'sandbox'] as const)
      expect(endpointOf('toy', both, { environment })).toMatchObject({ baseUrl: LIVE, live: undefined });
  });

  test('is of neither kind where no environment is declared', () => {
    expect(endpointOf('toy', {}, { baseUrl: LIVE })).toMatchObject({ live: undefined });
  });
});

describe('options that leave the server open, or contradict each other', () => {
  test.each<[EndpointChoice, string]>([
    [{}, 'environment is required where baseUrl is not given: "live" or "sandbox"'],
    [{ expect: 'live' }, 'environment is required where baseUrl is not given: "live" or "sandbox"'],
    [
      { environment: 'live', baseUrl: SANDBOX },
      'baseUrl is the sandbox host of the provider, but environment is "live"',
    ],
    [
      { environment: 'sandbox', baseUrl: 'https://api.toy.example./other' },
      'baseUrl is the live host of the provider, but environment is "sandbox"',
    ],
    [{ environment: 'live', expect: 'sandbox' }, 'expect must be "live", like environment'],
    [{ environment: 'sandbox', baseUrl: PROXY, expect: 'live' }, 'expect must be "sandbox", like environment'],
    [{ baseUrl: SANDBOX, expect: 'live' }, 'expect must be "sandbox": baseUrl is the sandbox host'],
  ])('%j is refused', async (options, rule) => {
    expect(await rulesOf(() => endpointOf('toy', declared, options), InvalidOptionsError)).toEqual([rule]);
  });

  test('only the declared environments are named', async () => {
    const rules = await rulesOf(() => endpointOf('toy', { sandbox: SANDBOX }, {}), InvalidOptionsError);
    expect(rules).toEqual(['environment is required where baseUrl is not given: "sandbox"']);
  });
});
