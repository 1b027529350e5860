import type { PreparedRequest, WireRequest } from '@capture/core';
import type { Client } from '../../providers/index.ts';
import type { CheckedEvent, FieldsEvent, RequestEvent, SignatureEvent } from '../../shared/run-event.ts';
import { partsOf } from '../signatures/signature-parts.ts';
import { bodyFields, flatten } from './flatten.ts';

/** The accepted request, with card data masked. */
export function checkedEvent(
  run: string,
  { card, ...plain }: Readonly<Record<string, unknown>>,
  generatedReference: boolean,
): CheckedEvent {
  const masked = card === undefined ? {} : { card: { ...card, number: '[secret]', cvv: '[secret]' } };
  return { kind: 'checked', run, values: flatten({ ...plain, ...masked }), generatedReference };
}

/** The fields of the body, in the provider's names. */
export function fieldsEvent({ headers, body }: PreparedRequest): FieldsEvent {
  const contentType = headers['content-type'] ?? '';
  const encoding = contentType.includes('form') ? 'form' : 'JSON';
  return { kind: 'fields', encoding, values: bodyFields(body, contentType) };
}

/** The signature taken apart, or the kind of authentication that replaces one. */
export function signatureEvent(
  { capabilities: { authentication } }: Client,
  { signature }: PreparedRequest,
  digest: 'shown' | 'hidden',
): SignatureEvent {
  return { kind: 'signature', authentication, ...(signature && { signature: partsOf(signature, digest) }) };
}

/** The request as it was handed to the transport, with secrets masked. */
export function requestEvent({ method, url, headers, body }: WireRequest): RequestEvent {
  const lines = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { kind: 'request', method, url, headers: lines, ...(body !== undefined && { body }) };
}
