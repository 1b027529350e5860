import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DeclinedError, printable, UnknownOutcomeError } from '../index.ts';

const FORGED = '99\r\u001b[2K\u001b[1A\u009b2K\u202e\u2066\u200b\u2028\u2029\ue000\ud800\u0000\n captured';

describe('printable', () => {
  test('printable shows control, format, separator, private-use characters and lone surrogates', () => {
    expect(printable(FORGED)).toBe(
      '99\\u{d}\\u{1b}[2K\\u{1b}[1A\\u{9b}2K\\u{202e}\\u{2066}\\u{200b}\\u{2028}\\u{2029}\\u{e000}\\u{d800}\\u{0}\\u{a} captured',
    );
  });

  test.each(['CARD_EXPIRED', 'Ödeme reddedildi', '残高不足', 'é', '😀 - a\\b', ''])(
    'printable leaves readable text as it is: %j',
    (text) => {
      expect(printable(text, 64)).toBe(text);
    },
  );

  test('printable cuts after whole characters, and marks it', () => {
    expect(printable('abc', 3)).toBe('abc');
    expect(printable('abcd', 3)).toBe('abc…');
    expect(printable('😀😀😀', 2)).toBe('😀😀…');
    expect(printable('x'.repeat(300_000), 64)).toHaveLength(65);
  });

  test.each([DeclinedError, UnknownOutcomeError])('no provider code changes what %o shows of itself', (Kind) => {
    const error = new Kind({ provider: 'toy', code: 'declined', providerCode: FORGED + 'x'.repeat(300_000) });
    for (const shown of [error.message, error.stack?.split('\n')[0] ?? '', String(error)]) {
      expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(shown).toContain('\\u{1b}[2K');
      expect(shown.length).toBeLessThan(1000);
    }
    expect(inspect(error.message)).not.toContain('\u001b');
    // Data stays as the provider wrote it.
    expect(error.providerCode).toContain(FORGED);
  });
});
