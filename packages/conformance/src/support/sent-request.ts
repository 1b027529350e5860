import assert from 'node:assert/strict';
import { InvalidRequestError, type WireRequest } from '@capture/core';
import type { AnySubject, SampleRequest } from '../subject.ts';
import { captureWith } from './capture-with.ts';

/** Sends a request and gives what arrived; `undefined` where it was refused as a caller's mistake. */
export async function requestSeenUnlessRefused(
  subject: AnySubject,
  request: SampleRequest,
): Promise<WireRequest | undefined> {
  try {
    const { sent } = await captureWith(subject, subject.responses.captured, { request });
    assert.equal(sent.length, 1, 'a capture is one request');
    return sent[0];
  } catch (error) {
    if (InvalidRequestError.is(error)) return undefined;
    throw error;
  }
}

/** What the sample request becomes. */
export async function requestSeen(subject: AnySubject): Promise<WireRequest> {
  return (await requestSeenUnlessRefused(subject, subject.request)) ?? assert.fail('the sample request was refused');
}
