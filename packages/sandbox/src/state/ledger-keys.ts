import type { Capture } from './transactions.ts';

/** The ids by which captures are found. */
export type CaptureIds = Partial<Pick<Capture, 'captureId' | 'authorizationId' | 'reference'>>;

/** The keys of an index for the ids of a capture. */
export function keysOf({ captureId, authorizationId, reference }: CaptureIds): string[] {
  return [
    ...(captureId === undefined ? [] : [`capture ${captureId}`]),
    ...(authorizationId === undefined ? [] : [`authorization ${authorizationId}`]),
    ...(reference === undefined ? [] : [`whole-reference ${reference}`]),
  ];
}

/** *documented* at freepayment: a tracking_id "can be multiple values separated with semicolons". */
export function referenceKeys(reference: string | undefined): string[] {
  return reference === undefined ? [] : [...new Set([reference, ...reference.split(';')])].map(referenceKey);
}

/** The key of an index for one reference. */
export function referenceKey(reference: string): string {
  return `reference ${reference}`;
}
