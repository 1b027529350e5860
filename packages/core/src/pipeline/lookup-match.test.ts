import { describe, expect, test } from 'vitest';
import { toyCapabilities } from '../../test/toy-capabilities.ts';
import { createRedactor } from '../secrets/redaction.ts';
import type { Accepted, Refused } from './conclude.ts';
import { candidatesOf, isThisCapture } from './lookup-match.ts';

const unique = { ...toyCapabilities, uniqueKeys: ['reference', 'captureId'] } as const;
const shared = { ...toyCapabilities, uniqueKeys: ['captureId'], sharedKeys: ['reference'] } as const;
const found = { reportedAmount: undefined, amountCheck: 'not-reported', checks: [] } as const;
const captured: Accepted = { status: 'captured', captureId: 'C-1', ...found };
const refused: Refused = { status: 'declined', code: 'declined', ...found };
const reference = 'order-1';

describe('isThisCapture', () => {
  test.each([
    ['a capture found by its id', captured, { captureId: 'C-1' }, true, true],
    ['a capture with an id other than the requested one', captured, { captureId: 'C-2', reference }, false, false],
    ['a refusal that does not state the requested id', refused, { captureId: 'C-1' }, false, false],
    ['a capture found by a key', captured, { reference }, true, false],
    ['a capture found by a key, with none known', captured, { reference, knownCaptureIds: [] }, true, true],
    ['a capture that is none of those known', captured, { reference, knownCaptureIds: ['C-0'] }, true, true],
    ['a capture that is one of those known', captured, { reference, knownCaptureIds: ['C-0', 'C-1'] }, false, false],
    ['a refusal found by a key', refused, { reference }, false, false],
    ['a refusal, with no earlier attempt', refused, { reference, knownCaptureIds: [] }, true, true],
    ['a refusal that states no id, after others', refused, { reference, knownCaptureIds: ['C-0'] }, false, false],
    ['a refusal after others', { ...refused, captureId: 'C-1' }, { reference, knownCaptureIds: ['C-0'] }, true, true],
  ])('%s', (_what, conclusion, keys, byUnique, byShared) => {
    expect([isThisCapture(conclusion, keys, unique), isThisCapture(conclusion, keys, shared)]).toEqual([
      byUnique,
      byShared,
    ]);
  });
});

test('candidates are masked, and one that names no id or holds a secret is left out', () => {
  const redactor = createRedactor(() => ['a-long-password']);
  const one = { captureId: 'C-1', status: 'captured', reported: { minor: 50, currency: 'USD' } } as const;
  expect(
    candidatesOf(
      [
        { ...one, providerTime: { text: 'at a-long-password' } },
        { ...one, captureId: undefined },
        { ...one, captureId: 'a-long-password' },
      ],
      redactor,
    ),
  ).toEqual([
    {
      captureId: 'C-1',
      status: 'captured',
      reportedAmount: { minor: 50, currency: 'USD' },
      providerTime: { text: 'at [secret]' },
    },
  ]);
});
