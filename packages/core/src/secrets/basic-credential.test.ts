import fc from 'fast-check';
import { expect, test } from 'vitest';
import { basicCredential } from './basic-credential.ts';
import { Secret } from './secret.ts';

test('a basic credential is the base64 of user, colon and secret', () => {
  // RFC 7617, section 2.
  expect(basicCredential('Aladdin', new Secret('open sesame')).reveal()).toBe('QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
});

test('any secret is recovered when a server decodes its basic credential', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (secret) => {
      const basic = basicCredential('12345', new Secret(secret)).reveal();
      expect(Buffer.from(basic, 'base64').toString('utf8')).toBe(`12345:${secret}`);
    }),
    { seed: 12345, numRuns: 300 },
  );
});

test('a basic credential prints as a secret', () => {
  expect(String(basicCredential('user', new Secret('secret')))).toBe('[secret]');
});
