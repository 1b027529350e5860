import type { CaptureResult } from '@capture/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withMember } from './members.ts';

/** Judges the body of a response to a capture, and optionally its HTTP status. */
type Verdict = (body: unknown, unusual?: { readonly status?: number }) => Promise<CaptureResult>;

/** A body that is no response of the provider, and its HTTP status where that is not the usual one. */
type UnreadableResponse = readonly [what: string, body: string, status?: number];

interface ResponseRules {
  /** The status of the documented success. */
  readonly status: 'captured' | 'pending';
  /** Bodies that are no response of this provider. */
  readonly unreadable?: readonly UnreadableResponse[];
  /** The members that decide, values that resemble theirs, and values of theirs that may be believed. */
  readonly decisive?: Readonly<
    Record<'members', readonly string[]> & Record<'similar' | 'genuine', readonly unknown[]>
  >;
}

const FAILURES = [400, 401, 402, 403, 404, 409, 412, 422, 429, 500, 502, 503, 504];

/**
 * Holds that the documented success is believed as it is documented, and not with another HTTP status, in an
 * unreadable body, or with any other value of a member that decides.
 */
export function describeResponseRules(
  verdict: Verdict,
  success: object,
  { status, unreadable = [], decisive }: ResponseRules,
): void {
  describe('documented success', () => {
    test.each([200, 201])(`the documented success with HTTP %i is ${status}`, async (httpStatus) => {
      expect(await verdict(success, { status: httpStatus })).toMatchObject({ status });
    });

    test('the documented success with HTTP 301 is unknown, because a redirect is not read', async () => {
      expect(await verdict(success, { status: 301 })).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    });

    test.each([202, 203, 206, 226])(
      'the documented success with HTTP %i is unknown: it is not done',
      async (httpStatus) => {
        expect(await verdict(success, { status: httpStatus })).toMatchObject({
          status: 'unknown',
          reason: 'contradictory',
        });
      },
    );

    test.each(FAILURES)('the documented success with HTTP %i contradicts itself, so it is unknown', async (failure) => {
      expect(await verdict(success, { status: failure })).toMatchObject({ status: 'unknown', reason: 'contradictory' });
    });

    for (const [what, body, httpStatus] of [...unreadableForms(success), ...unreadable])
      test(`a response that is ${what} is unreadable, so the capture is unknown`, async () => {
        const unusual = httpStatus === undefined ? {} : { status: httpStatus };
        expect(await verdict(body, unusual)).toMatchObject({ status: 'unknown', reason: 'unreadable' });
      });

    if (decisive === undefined) return;
    test('the documented success with another value in a member that decides is unknown', async () => {
      const { members, similar, genuine } = decisive;
      const values = fc.oneof(fc.jsonValue(), fc.constantFrom(...similar));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...members), values, async (path, value) => {
          fc.pre(!genuine.includes(value));
          expect((await verdict(withMember(success, path, value))).status).toBe('unknown');
        }),
        { seed: 20_240_226, numRuns: 300 },
      );
    });
  });
}

/** Bodies that are no response of any provider. */
function unreadableForms(success: object): UnreadableResponse[] {
  const json = JSON.stringify(success);
  const [first = ''] = Object.keys(success);
  return [
    ['empty', ''],
    ['HTML', '<html></html>'],
    ['a list', '[]'],
    ['false', 'false'],
    ['the documented success without its last character', json.slice(0, -1)],
    ['the first half of the documented success', json.slice(0, json.length / 2)],
    ['the documented success with a key repeated', json.replace('{', `{${JSON.stringify(first)}:null,`)],
  ];
}

/** The members that a result lists as compared, in order. */
export function comparedFields(result: CaptureResult): string {
  return 'checks' in result ? result.checks.map(({ field }) => field).join(', ') : '';
}
