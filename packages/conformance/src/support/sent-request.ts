import assert from 'node:assert/strict';
import { InvalidRequestError, type WireRequest } from '@capture/core';
import type { AnySubject, SampleRequest } from '../subject.ts';
import { captureWith } from './capture-with.ts';

/** Captures once and returns the request that was sent; `undefined` where the client rejected it as invalid. */
export async function requestSeenUnlessRejected(
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

/** Captures once, by default with the sample request, and returns the request that was sent. */
export async function requestSeen(subject: AnySubject, request = subject.request): Promise<WireRequest> {
  return (await requestSeenUnlessRejected(subject, request)) ?? assert.fail('the client rejected a valid request');
}
