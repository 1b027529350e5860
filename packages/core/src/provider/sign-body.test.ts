import { expect, test } from 'vitest';
import { SCHEMES } from '../../test/signature-cases.ts';
import { Secret } from '../secrets/secret.ts';
import { defineScheme } from '../signing.ts';
import { signBody } from './sign-body.ts';

const scheme = defineScheme(SCHEMES.pairs);
const secret = new Secret('token');
const call = { method: 'POST', path: '/' } as const;

test('every string of a body is signed, and the signature is added as a field', () => {
  const fields = { b: '2', absent: undefined, card: new Secret('5425233430109903'), a: '1' };
  const signed = signBody({ ...call, body: { type: 'form', fields } }, scheme, 'proof', secret);
  const { proof, ...rest } = signed.call.body?.fields ?? {};
  expect(rest).toEqual({ b: '2', card: fields.card, a: '1' });
  expect(Secret.is(proof) && proof.reveal()).toBe(scheme.explain(fields, secret).digest.reveal());
  expect(signed.explain?.()).toMatchObject({ text: 'a=1&b=2&card=[secret]&[secret]' });
});

test('a body with anything but strings is refused: it could be signed in more than one way', () => {
  const sign = () => signBody({ ...call, body: { type: 'json', fields: { amount: 300 } } }, scheme, 'proof', secret);
  expect(sign).toThrow('"amount" must be a string');
  expect(sign).not.toThrow('300');
});
