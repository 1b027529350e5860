import * as v from 'valibot';
import { unwrap, Secret } from '../secrets/secret.ts';
import { secretsIn } from '../secrets/secrets-in.ts';
import { baseUrlFault } from '../transport/base-url.ts';
import type { Transport } from '../transport/http.ts';
import type { Fetch } from '../transport/ky-transport.ts';
import { hooksSchema } from './hooks.ts';

/** The default deadline in milliseconds. */
export const DEFAULT_TIMEOUT = 30_000;

/** What every provider's options share. Spread it into the provider's own strict object. */
export const clientOptions = {
  /** Another `fetch`: one attempt, no redirects followed. Not together with `transport`. */
  fetch: v.optional(v.custom<Fetch>((value) => typeof value === 'function', 'must be a function')),
  /** Another way to send; see `Transport` for what it must promise. */
  transport: v.optional(
    v.custom<Transport>(
      (value) => typeof (value as Partial<Transport> | null)?.send === 'function',
      'must have a send function',
    ),
  ),
  /** The deadline in milliseconds over a whole call, the answer's body included. 30 000 by default. */
  timeout: v.optional(timeout(), DEFAULT_TIMEOUT),
  /** Functions that are told what happens, with every secret masked. */
  hooks: v.optional(hooksSchema),
};

/** Milliseconds a timer can hold: 1 to 2^31 - 1. */
export function timeout() {
  return v.pipe(
    v.number('must be a number of milliseconds'),
    v.check(
      (value) => Number.isInteger(value) && value > 0 && value < 2 ** 31,
      'must be a whole number of milliseconds from 1 to 2147483647',
    ),
  );
}

/** A base URL: everything before the path that the provider's page documents. */
export function baseUrl() {
  return v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? baseUrlFault(dataset.value) : undefined;
      if (fault !== undefined) addIssue({ message: fault });
    }),
  );
}

/** A key, token or password: given as text or as {@link Secret}, printable, without blanks around it. It is a `Secret` from then on. */
export function credential() {
  return v.pipe(
    v.union([v.string(), v.custom<Secret>((value) => Secret.is(value))], 'must be a string or a Secret'),
    v.transform(unwrap),
    // Built from an unset environment variable.
    v.string('must hold a string'),
    v.check((value) => value !== '', 'must not be empty'),
    v.check((value) => /^[^\p{Cc}\p{Surrogate}]+$/u.test(value), 'must not contain control characters or line breaks'),
    v.check((value) => value.trim() === value, 'must not have leading or trailing whitespace'),
    v.transform((value) => new Secret(value)),
  );
}

/** The same for a value that travels in a header: printable ASCII only, because `fetch` would put anything else into its error message. */
export function headerCredential() {
  return v.pipe(
    credential(),
    v.check((secret) => /^[\x20-\x7e]+$/.test(secret.reveal()), 'must be printable ASCII'),
  );
}

/** The secrets among checked options. What every client shares is left alone: a transport of somebody else may hold anything, itself included. */
export function credentialsIn(options: object): Secret[] {
  return Object.entries(options).flatMap(([name, value]) => (name in clientOptions ? [] : secretsIn(value)));
}
