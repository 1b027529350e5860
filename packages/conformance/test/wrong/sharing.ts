import type { EvidenceCheck, LookupResult } from '@capture/core';
import type { ClientUnderTest } from '../../src/index.ts';
import { changeResult, wrong, type WrongProvider } from './planted.ts';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/** Changes the results of `lookup`. */
const changeLookup =
  (change: (result: LookupResult) => LookupResult) =>
  (client: ClientUnderTest): ClientUnderTest => ({
    ...client,
    lookup: async (keys, call) => change((await client.lookup?.(keys, call))!),
  });

/** Lists that are in every result. */
const checks = (): EvidenceCheck[] => [{ field: 'id', expected: 'C-1', found: 'C-1', agrees: true }];
const OF_ALL_CAPTURES = checks();
const OF_ALL_LOOKUPS = checks();

/** Providers whose results are not the caller's own. */
export const SHARING: Readonly<Record<string, WrongProvider>> = {
  'freezes its results': wrong(['O18'], { client: changeResult(deepFreeze) }),
  'leaves the facts of the error to the error': wrong(['O18'], {
    client: changeResult((result) => ('errorData' in result ? { ...result, errorData: undefined } : result)),
  }),
  'returns results that cannot be cloned': wrong(['O18', 'O19'], {
    client: changeResult((result) => ({ ...result, lookAgain: () => result })),
  }),
  'shares a list between its results': wrong(['O19'], {
    client: changeResult((result) => ('checks' in result ? { ...result, checks: OF_ALL_CAPTURES } : result)),
  }),
  'freezes the results of its lookups': wrong(['L12'], { client: changeLookup(deepFreeze) }),
  'shares a list between its lookups': wrong(['L12'], {
    client: changeLookup((result) => ({ ...result, checks: OF_ALL_LOOKUPS })),
  }),
  'hands its own result to a hook': wrong(['X12'], {
    client: (client, { hooks }) =>
      changeResult((result) => {
        try {
          hooks?.onResult?.({ provider: 'toy', operation: 'capture', call: 1, result: result });
        } catch {
          // A hook cannot make a capture fail.
        }
        return result;
      })(client),
  }),
};
