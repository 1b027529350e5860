import type { Capabilities } from '../src/contract/capabilities.ts';

/** The capabilities of a provider that exists only in tests. */
export const toyCapabilities = {
  captures: 'card',
  partialCapture: 'no',
  multipleCaptures: 'no',
  overcapture: 'no',
  reference: 'looked-up',
  currencies: ['USD'],
  amountForm: 'minor-integer',
  reportsAmount: true,
  authentication: 'key-header',
  lookupBy: ['captureId'],
  uniqueKeys: ['captureId'],
  sharedKeys: [],
  webhook: 'none',
} as const satisfies Capabilities;
