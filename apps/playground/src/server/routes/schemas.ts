import { FAULTS, type FaultName, type ProviderName } from '@capture/sandbox';
import * as v from 'valibot';
import { PROVIDERS } from '../../providers/index.ts';

// The bodies that the page may send: names from fixed lists and typed strings. Never a URL, a path, a header or a port.

const provider = v.picklist(PROVIDERS.map(({ id }) => id) as [ProviderName, ...ProviderName[]]);
const target = v.picklist(['sandbox', 'live']);
const fault = v.optional(v.picklist(Object.keys(FAULTS) as [FaultName, ...FaultName[]]));
const short = v.pipe(v.string(), v.maxLength(256));
const long = v.pipe(v.string(), v.maxLength(8192));
/** The path of a field: `card.number`. */
const fieldPath = v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}(?:\.[a-zA-Z]{1,40})?$/));
const values = v.record(fieldPath, long);
const run = v.pipe(v.string(), v.regex(/^r\d{1,6}$/));
/** An id that the sandbox generated. */
const sandboxId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._:-]{1,64}$/));

export const nothing = v.strictObject({});
export const captureRequest = v.strictObject({ provider, values, target, fault, confirm: v.optional(short) });
export const checkRequest = v.strictObject({ provider, values, target });
export const codeRequest = v.strictObject({ provider, values, fault });
export const runName = v.strictObject({ run });
export const newAuthorization = v.strictObject({
  provider,
  amount: short,
  currency: short,
  reference: v.optional(short),
});
export const completion = v.strictObject({
  provider,
  captureId: sandboxId,
  state: v.picklist(['captured', 'declined']),
});
export const delivery = v.strictObject({
  notification: sandboxId,
  mode: v.picklist(['unchanged', 'late', 'twice', 'tampered']),
});
export const signatureRequest = v.strictObject({
  provider,
  fields: v.pipe(v.array(v.strictTuple([short, long])), v.maxLength(200)),
  secret: short,
  signature: short,
});
