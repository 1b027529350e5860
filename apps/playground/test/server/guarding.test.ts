import { describe, expect, test } from 'vitest';
import { createCaptureLimiter } from '../../src/server/guarding/capture-limiter.ts';
import { startPlayground } from '../../src/server/playground.ts';
import { ask, call, ownHeaders, PAYFULL, withPlayground } from './support.ts';

// Who is let in, and who is not. The numbers are lines of the security checklist (docs/playground-security.md).

describe('the door', () => {
  test('1: is on loopback only, on the first free port', () =>
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
  ])('2: answers 421 to the Host "%s", before anything else', (host) =>
    withPlayground(async (playground) => {
      for (const path of ['/', '/api/catalog', '/nothing']) {
        const { status, body } = await ask(playground, path, { headers: { host } });
        expect(status).toBe(421);
        expect(body).not.toContain('<title>');
      }
    }),
  );

  test('2: answers to its own names with its own port', () =>
    withPlayground(async (playground) => {
      const { port } = new URL(playground.origin);
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
        expect((await ask(playground, '/', { headers: { host } })).status).toBe(200);
    }));

  test.each([
    ['of another page', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['of nobody', { origin: 'null' }],
    ['of a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of a page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['of the address bar, which posts nothing', { 'sec-fetch-site': 'none' }],
  ])('3: refuses the request %s', (_whose, more) =>
    withPlayground(async (playground) => {
      const { status } = await call(playground, '/api/sandbox/reset', {}, more);
      expect(status).toBe(403);
    }),
  );

  test('3: refuses a request without an Origin', () =>
    withPlayground(async (playground) => {
      const headers: Record<string, string> = ownHeaders(playground);
      delete headers['origin'];
      expect((await ask(playground, '/api/sandbox/reset', { method: 'POST', headers, body: '{}' })).status).toBe(403);
    }));

  test('3: gives files to our own page and to the address bar only', () =>
    withPlayground(async (playground) => {
      const get = (site: string) => ask(playground, '/', { headers: { 'sec-fetch-site': site } });
      expect((await get('none')).status).toBe(200);
      expect((await get('same-origin')).status).toBe(200);
      expect((await get('cross-site')).status).toBe(403);
    }));

  test('4: has no CORS: a preflight is refused, and no answer allows anybody', () =>
    withPlayground(async (playground) => {
      const preflight = await ask(playground, '/api/capture', {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(preflight.status).toBe(403);
      for (const reply of [preflight, await ask(playground, '/'), await call(playground, '/api/catalog', {})])
        expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }));

  test('5: does nothing without the token that was printed, which is another one at each start', () =>
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

  test('6: changes nothing by GET, and takes JSON only', () =>
    withPlayground(async (playground) => {
      expect((await ask(playground, '/api/sandbox/reset', { headers: ownHeaders(playground) })).status).toBe(404);
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16', ''])
        expect((await call(playground, '/api/sandbox/reset', {}, { 'content-type': type })).status).toBe(415);
      expect((await call(playground, '/api/sandbox/reset', {}, { 'content-encoding': 'gzip' })).status).toBe(415);
    }));

  test('7: reads at most 64 KiB of a body and 16 KiB of headers', () =>
    withPlayground(async (playground) => {
      expect((await call(playground, '/api/capture', { padding: 'x'.repeat(64 * 1024) })).status).toBe(413);
      expect((await ask(playground, '/', { headers: { 'x-padding': 'x'.repeat(16 * 1024) } })).status).toBe(431);
    }));

  test('7: takes one capture at a time', () =>
    withPlayground(async (playground) => {
      const order = { provider: 'payfull', values: PAYFULL, target: 'sandbox', fault: 'hang' };
      const first = call(playground, '/api/capture', order);
      const second = call(playground, '/api/capture', order);
      const statuses = [(await first).status, (await second).status];
      expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
      expect((await call(playground, '/api/capture', order)).status).toBe(200);
    }));

  test('7: admits at most 120 captures a minute, and reports when the next one may start', () => {
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

  test('9: sends the same strict headers with every answer, refusals included', () =>
    withPlayground(async (playground) => {
      const replies = [
        await ask(playground, '/'),
        await ask(playground, '/nothing'),
        await ask(playground, '/', { headers: { host: 'evil.example' } }),
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

  test('serves the page’s own files and nothing else', () =>
    withPlayground(async (playground) => {
      for (const path of ['/secret.pem', '/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])
        expect((await ask(playground, path)).status).toBe(404);
    }));

  test('17: does not start where the verification of TLS is switched off', async () => {
    await expect(startPlayground({ page: '.', environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })).rejects.toThrow(
      'does not start',
    );
  });
});
