import assert from 'node:assert/strict';
import { captureWith } from './capture-with.ts';
import { assertUnknown } from './assert-result.ts';
import { valueAt, withValueAt } from './paths.ts';
import type { AnySubject } from '../subject.ts';

/** A success that is changed in one place must be unknown. */
export async function assertNotBelieved(
  subject: AnySubject,
  path: string,
  change: (genuine: unknown) => unknown,
): Promise<void> {
  const { result } = await captureWith(subject, (received) => {
    const { body, ...response } = subject.responses.captured(received);
    const genuine = valueAt(body, path);
    assert.notEqual(genuine, undefined, `the subject’s response has no ${path}`);
    return { ...response, body: withValueAt(body, path, change(genuine)) };
  });
  assertUnknown(result);
}
