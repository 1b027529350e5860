import assert from 'node:assert/strict';
import type { WireRequest } from '@capture/core';
import type { AnySubject, SampleRequest, SignatureForm } from '../subject.ts';
import { captureWith } from './capture-with.ts';

/** Whether a subject signs its bodies. */
export const signsBody = (subject: AnySubject): boolean => subject.signature !== undefined;

/** How a subject signs. */
export const signatureFormOf = (subject: AnySubject): SignatureForm =>
  subject.signature ?? assert.fail('the subject signs nothing');

/** What a capture sends. */
export async function sentBy(subject: AnySubject, request: SampleRequest = subject.request): Promise<WireRequest> {
  const { sent } = await captureWith(subject, subject.responses.captured, { request });
  return sent[0] ?? assert.fail('nothing was sent');
}
