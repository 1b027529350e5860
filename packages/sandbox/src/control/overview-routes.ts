import { FAULTS } from '../faults/faults.ts';
import { basePathOf } from '../http/address.ts';
import { EMULATORS } from '../providers/index.ts';
import { PROVIDERS } from '../state/provider-names.ts';
import { TEST_REFERENCES } from '../emulator/test-references.ts';
import { TEST_CARD_OUTCOMES, TEST_CARDS } from '../emulator/test-cards.ts';
import { providerOf } from './parts.ts';
import type { Money } from '../state/money.ts';
import type { Route } from './route.ts';

/** The sandbox as a whole. */
export const overviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    summary: 'The base URL and the credentials of each emulator, the faults, the test references and test cards.',
    run: ({ credentials }, { origin }) => ({
      providers: Object.fromEntries(
        PROVIDERS.map((name) => [
          name,
          {
            baseUrl: origin + basePathOf(name),
            documentedBaseUrls: EMULATORS[name].documentedBaseUrls,
            credentials: credentials[name],
          },
        ]),
      ),
      faults: FAULTS,
      testReferences: TEST_REFERENCES,
      testCards: TEST_CARDS,
      testCardOutcomes: TEST_CARD_OUTCOMES,
    }),
  },
  {
    method: 'GET',
    path: '/truth',
    summary: 'What really happened: for each provider the requests, the captures in each state and the sums.',
    run: ({ truth }) =>
      Object.fromEntries(
        PROVIDERS.map((name) => {
          const captures = truth.captures({ provider: name });
          const captured = captures.filter(({ state }) => state === 'captured');
          const count = (state: string) => captures.filter((one) => one.state === state).length;
          return [
            name,
            {
              captureRequests: truth.requests({ provider: name }),
              captured: captured.length,
              pending: count('pending'),
              declined: count('declined'),
              capturedMinor: sumsOf(captured.map(({ amount }) => amount)),
              refundedMinor: sumsOf(captured.map(({ refundedAmount }) => refundedAmount)),
            },
          ];
        }),
      ),
  },
  {
    method: 'POST',
    path: '/reset',
    summary: 'Restores the initial state of all providers, or of one.',
    body: { type: 'object', properties: { provider: { type: 'string', enum: PROVIDERS } } },
    status: 204,
    run: (sandbox, { body }) => {
      sandbox.reset(providerOf((body as { provider?: string }).provider));
    },
  },
  {
    method: 'GET',
    path: '/requests',
    summary: 'The newest thousand requests that reached the emulators, from any program, with their responses.',
    query: {
      provider: 'Only those of this provider.',
      reference: 'Only those about this reference.',
      authorizationId: 'Only those about this authorization.',
    },
    run: ({ requests }, { query: { provider, reference, authorizationId } }) =>
      requests.list({ provider: providerOf(provider), reference, authorizationId }),
  },
  {
    method: 'GET',
    path: '/requests/{id}',
    summary: 'One request, with the captures that it executed.',
    run: ({ requests }, { path }) => requests.get(path['id'] ?? ''),
  },
];

/** Minor units by currency; none for a currency without money. */
function sumsOf(amounts: readonly Money[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { minor, currency } of amounts) if (minor > 0) sums[currency] = (sums[currency] ?? 0) + minor;
  return sums;
}
