import type { CaptureResult } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withMember } from './members.ts';

/** Judges the body of a response to a capture, and optionally its HTTP status. */
type Verdict = (body: unknown, unusual?: { readonly status?: number }) => Promise<CaptureResult>;

/** A body that is no response of the provider, and its HTTP status where that is not the usual one. */
export type UnreadableResponse = readonly [what: string, body: string, status?: number];

/** Bodies that are no response of the provider: the capture is unknown, and its stage `unreadable`. */
export function describeUnreadableResponses(
  verdict: Verdict,
  sample: object,
  rows: readonly UnreadableResponse[] = [],
): void {
  const json = JSON.stringify(sample);
  const [first = ''] = Object.keys(sample);
  const shared: UnreadableResponse[] = [
    ['empty', ''],
    ['HTML', '<html></html>'],
    ['a list', '[]'],
    ['false', 'false'],
    ['the documented example without its last character', json.slice(0, -1)],
    ['the documented example cut off in the middle', json.slice(0, json.length / 2)],
    ['the documented example with a key repeated', json.replace('{', `{${JSON.stringify(first)}:null,`)],
  ];

  describe('unreadable responses', () => {
    for (const [what, body, status] of [...shared, ...rows])
      test(`a response that is ${what} is unreadable, so the capture is unknown`, async () => {
        expect(await verdict(body, status === undefined ? {} : { status })).toMatchObject({
          status: 'unknown',
          reason: 'unreadable',
        });
      });
  });
}

/** Holds that no other value of the members that decide is ever believed; `genuine` are values that may be. */
export function describeDecisiveMembers(
  verdict: Verdict,
  sample: object,
  own: {
    readonly members: readonly string[];
    readonly similar: readonly unknown[];
    readonly genuine: readonly unknown[];
  },
): void {
  test('a response with another value in a member that decides is never captured or pending', async () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom(...own.similar));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...own.members), values, async (path, value) => {
        fc.pre(!own.genuine.includes(value));
        expect((await verdict(withMember(sample, path, value))).status).toBe('unknown');
      }),
      { seed: 20_240_226, numRuns: 300 },
    );
  });
}

/** The members that a result lists as compared, in order. */
export function comparedFields(result: CaptureResult): string {
  return 'checks' in result ? result.checks.map(({ field }) => field).join(', ') : '';
}
