import assert from 'node:assert/strict';
import type { AnySubject, SignatureForm } from '../subject.ts';

/** True where a subject signs its bodies. */
export const signsBody = (subject: AnySubject): boolean => subject.signature !== undefined;

/** The signature of a subject that signs. */
export const signatureFormOf = (subject: AnySubject): SignatureForm =>
  subject.signature ?? assert.fail('the subject has no signature');
