import assert from 'node:assert/strict';
import { InvalidRequestError, type WireRequest } from '@capture/core';
import type { AnySubject, SampleRequest } from '../subject.ts';
import { captureWith } from './capture-with.ts';

/** Captures once and gives the request that was sent; `undefined` where the client refused it as invalid. */
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

/** Captures once and gives the request that was sent: that of the sample, unless another is given. */
export async function requestSeen(subject: AnySubject, request = subject.request): Promise<WireRequest> {
  return (await requestSeenUnlessRefused(subject, request)) ?? assert.fail('the client refused a valid request');
}
