import { describe, expect, test } from 'vitest';
import { type CaptureErrorDetails, DeclinedError, UnknownOutcomeError, UnsentError } from './capture-error.ts';
import { ERROR_CODES } from './error-codes.ts';

const LOOK_UP = 'Do not send again. Look up the payment first.';
const details = (part: Partial<CaptureErrorDetails>): CaptureErrorDetails => ({
  provider: 'toy',
  code: 'unreadable_response',
  ...part,
});

describe('the message of an error', () => {
  test('names the detail, and the member to which it applies', () => {
    const error = new UnknownOutcomeError(details({ detail: 'member_type', path: 'payment.amount' }));
    expect(error.message).toBe(
      'toy: outcome unknown: the response is not what the provider documents: a member of the response has an ' +
        `undocumented type (payment.amount). ${LOOK_UP}`,
    );
    expect(error).toMatchObject({ detail: 'member_type', path: 'payment.amount' });
    expect(new UnsentError(details({ code: 'tls_failed', detail: 'certificate_expired' })).message).toContain(
      'no trusted TLS connection could be established: the certificate of the server has expired. Nothing was sent.',
    );
  });

  test("contains the provider's code and words", () => {
    const words = { providerCode: '03', providerMessage: 'Wrong merchant or hash' };
    expect(new UnknownOutcomeError(details(words)).message).toContain('(provider code 03: Wrong merchant or hash)');
    expect(new DeclinedError(details({ code: 'declined', providerCode: '05' })).message).toContain(
      '(provider code 05)',
    );
    expect(new DeclinedError(details({ providerMessage: 'no' })).message).toContain('(provider: no)');
  });

  test('keeps foreign text on one line, without control characters, and short', () => {
    const forged = 'no\r\n\u001b[2Kstatus captured\u202e\u2028x';
    const { message } = new UnknownOutcomeError(details({ providerCode: forged, providerMessage: 'x'.repeat(5000) }));
    expect(message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(message.length).toBeLessThan(700);
  });

  test('points to baseUrl where the response is not the provider’s', () => {
    const address = 'api.example/v1/payments';
    const question = `Is baseUrl right? The request went to ${address}.`;
    expect(new UnknownOutcomeError(details({ address })).message).toContain(question);
    expect(
      new UnknownOutcomeError(details({ code: 'credentials_rejected', detail: 'html_page', address })).message,
    ).toContain(question);
    for (const code of ['already_captured', 'authorization_not_found', 'credentials_rejected'] as const)
      expect(new UnknownOutcomeError(details({ code, address })).message).not.toContain('baseUrl');
  });

  test('has no cause', () => {
    const error = new UnsentError(details({ code: 'tls_failed', detail: 'certificate_expired' }));
    expect(error.cause).toBeUndefined();
    expect(Object.hasOwn(error, 'cause')).toBe(false);
  });
});

describe('the advice of an error', () => {
  test('where money may have moved begins with or contains the lookup, for every code', () => {
    for (const code of Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[]) {
      expect(new UnknownOutcomeError(details({ code })).advice).toContain(LOOK_UP);
      expect(new UnknownOutcomeError(details({ code, ownAdvice: 'Check shop.' })).advice).toBe(
        `Check shop. ${LOOK_UP}`,
      );
    }
  });

  test('about credentials says what to check, and then to look the payment up', () => {
    const { advice } = new UnknownOutcomeError(details({ code: 'credentials_rejected' }));
    expect(advice).toBe(`${ERROR_CODES.credentials_rejected.advice} ${LOOK_UP}`);
  });

  test("is the provider's own where it has one", () => {
    expect(new DeclinedError(details({ code: 'signature_rejected', ownAdvice: 'Check token.' })).advice).toBe(
      'Check token.',
    );
  });

  test('about a rate limit names retryAfter', () => {
    const error = new DeclinedError(details({ code: 'rate_limited', retryAfter: 7 }));
    expect(error.advice).toContain('error.retryAfter');
    expect(error.retryAfter).toBe(7);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ retryAfter: 7 });
  });
});
