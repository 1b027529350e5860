import { describe, expect, test } from 'vitest';
import { createCaptureLimiter } from '../../src/server/guarding/capture-limiter.ts';
import { startPlayground } from '../../src/server/playground.ts';
import { call, ownHeaders, PAYFULL, send, sendTarget, withPlayground } from './support.ts';

// The guards in front of every route. The numbers are lines of the security checklist (docs/playground-security.md).

describe('the guards of the server', () => {
  test('1: the server listens on loopback only, on the first free port', () =>
    withPlayground(async (playground) => {
      const { port, hostname } = new URL(playground.origin);
      expect(hostname).toBe('127.0.0.1');
      await withPlayground(
        (second) => {
          expect(new URL(second.origin).hostname).toBe('127.0.0.1');
          expect(second.origin).not.toBe(playground.origin);
          return Promise.resolve();
        },
        { port: Number(port) },
      );
    }));

  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '[::1]',
    '169.254.169.254',
  ])('2: the Host "%s" is refused with 421 before anything else', (host) =>
    withPlayground(async (playground) => {
      for (const path of ['/', '/api/catalog', '/nothing']) {
        const { status, body } = await send(playground, path, { headers: { host } });
        expect(status).toBe(421);
        expect(body).not.toContain('<title>');
      }
    }),
  );

  test('2: requests for its own names with its own port are accepted', () =>
    withPlayground(async (playground) => {
      const { port } = new URL(playground.origin);
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
        expect((await send(playground, '/', { headers: { host } })).status).toBe(200);
    }));

  test('2: a request line with an address, as a proxy gets it, is refused though its Host is right', () =>
    withPlayground(async (playground) => {
      for (const target of ['http://evil.example/', 'https://evil.example/api/catalog', `${playground.origin}/`]) {
        const { status, body } = await sendTarget(playground, target);
        expect([400, 421]).toContain(status);
        expect(body).not.toContain('<title>');
      }
    }));

  test.each([
    ['of another page', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['of an opaque origin', { origin: 'null' }],
    ['of a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['of the address bar, which never posts', { 'sec-fetch-site': 'none' }],
  ])('3: a request %s is refused', (_source, more) =>
    withPlayground(async (playground) => {
      const { status } = await call(playground, '/api/sandbox/reset', {}, more);
      expect(status).toBe(403);
    }),
  );

  test('3: a request without an Origin is refused', () =>
    withPlayground(async (playground) => {
      const headers: Record<string, string> = ownHeaders(playground);
      delete headers['origin'];
      expect((await send(playground, '/api/sandbox/reset', { method: 'POST', headers, body: '{}' })).status).toBe(403);
    }));

  test('3: files are served to our own page and to the address bar only', () =>
    withPlayground(async (playground) => {
      const get = (site: string) => send(playground, '/', { headers: { 'sec-fetch-site': site } });
      expect((await get('none')).status).toBe(200);
      expect((await get('same-origin')).status).toBe(200);
      expect((await get('cross-site')).status).toBe(403);
    }));

  test('4: a preflight is refused, and no response allows another origin', () =>
    withPlayground(async (playground) => {
      const preflight = await send(playground, '/api/capture', {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(preflight.status).toBe(403);
      for (const reply of [preflight, await send(playground, '/'), await call(playground, '/api/catalog', {})])
        expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }));

  test('5: requests without the printed token are refused, and every start has a new token', () =>
    withPlayground(async (playground) => {
      expect(playground.address).toBe(`${playground.origin}/#${playground.token}`);
      expect(playground.token).toMatch(/^[\w-]{32}$/);
      for (const token of ['', 'wrong', playground.token.slice(1), `${playground.token}x`])
        expect((await call(playground, '/api/catalog', {}, { 'x-capture-session': token })).status).toBe(401);
      await withPlayground((other) => {
        expect(other.token).not.toBe(playground.token);
        return Promise.resolve();
      });
    }));

  test('6: GET changes nothing, and bodies other than JSON are refused', () =>
    withPlayground(async (playground) => {
      expect((await send(playground, '/api/sandbox/reset', { headers: ownHeaders(playground) })).status).toBe(404);
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])
        expect((await call(playground, '/api/sandbox/reset', {}, { 'content-type': type })).status).toBe(415);
      expect((await call(playground, '/api/sandbox/reset', {}, { 'content-encoding': 'gzip' })).status).toBe(415);
    }));

  test('7: bodies over 64 KiB and headers over 16 KiB are refused', () =>
    withPlayground(async (playground) => {
      expect((await call(playground, '/api/capture', { padding: 'x'.repeat(64 * 1024) })).status).toBe(413);
      expect((await send(playground, '/', { headers: { 'x-padding': 'x'.repeat(16 * 1024) } })).status).toBe(431);
    }));

  test('7: a second capture at the same time is refused', () =>
    withPlayground(async (playground) => {
      const request = { provider: 'payfull', values: PAYFULL, target: 'sandbox', fault: 'hang' };
      const first = call(playground, '/api/capture', request);
      const second = call(playground, '/api/capture', request);
      const statuses = [(await first).status, (await second).status];
      expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
      expect((await call(playground, '/api/capture', request)).status).toBe(200);
    }));

  test('7: at most 120 captures a minute are accepted, and the refusal states when the next one may start', () => {
    let now = 0;
    const limiter = createCaptureLimiter(() => now);
    const start = () => {
      const refusal = limiter.start();
      limiter.finish();
      return refusal;
    };
    for (let i = 0; i < 120; i += 1) expect(start()).toBeUndefined();
    now = 47_500;
    expect(start()).toEqual({
      status: 429,
      code: 'too_many_captures',
      message: 'Limit reached: 120 captures a minute. Try again in 13 s.',
    });
    now = 60_000;
    expect(start()).toBeUndefined();
  });

  test('9: every response has the same strict headers, refusals included', () =>
    withPlayground(async (playground) => {
      const replies = [
        await send(playground, '/'),
        await send(playground, '/nothing'),
        await send(playground, '/', { headers: { host: 'evil.example' } }),
        await call(playground, '/api/catalog', {}),
        await call(playground, '/api/catalog', '{'),
      ];
      for (const { headers } of replies) {
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
          'cache-control': 'no-store',
        });
        expect(headers['permissions-policy']).toContain('payment=()');
        const policy = String(headers['content-security-policy']);
        for (const rule of [
          "default-src 'none'",
          "script-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
        ])
          expect(policy).toContain(rule);
        expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
      }
    }));

  test('only the files of the page are served', () =>
    withPlayground(async (playground) => {
      for (const path of ['/secret.pem', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])
        expect((await send(playground, path)).status).toBe(404);
    }));

  test('17: the playground does not start with certificate verification disabled', async () => {
    await expect(startPlayground({ page: '.', environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })).rejects.toThrow(
      'does not start',
    );
  });
});
