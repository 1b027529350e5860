import { describe, expect, test } from 'vitest';
import { describeTransport } from '../../test/describe-transport.ts';
import { httpResponse } from '../../test/raw-server.ts';
import { end, outcomeOf, post, reset, sendTo, serve, write } from '../../test/sending.ts';
import { createKyTransport } from '../transport/ky-transport.ts';
import { createNodeTransport } from './node-transport.ts';

describeTransport('node', () => createNodeTransport());

describe('what the Node transport reports more exactly than fetch', () => {
  test('an abort right after the call is unsent, where fetch cannot tell whether sending had begun', async () => {
    const server = await serve({});
    const aborted = (transport: ReturnType<typeof createKyTransport>) => {
      const caller = new AbortController();
      queueMicrotask(() => {
        caller.abort();
      });
      return outcomeOf(transport, post(server.url), { signal: caller.signal });
    };
    expect(await aborted(createKyTransport())).toMatchObject({ phase: 'in-doubt', code: 'aborted' });
    expect(await aborted(createNodeTransport())).toMatchObject({ phase: 'unsent', code: 'aborted' });
    expect(server.executed()).toBe(0);
  });

  // Node 22 reports some RST as the end; only a parser of the body notices then.
  test.skipIf(process.version.startsWith('v22.'))(
    'a body without a length that is cut off by RST is in doubt, where fetch takes it as complete',
    async () => {
      const { outcome, server } = await sendTo(createNodeTransport(), {
        onRequest: reset('HTTP/1.1 200 OK\r\n\r\n{"status":'),
      });
      expect(outcome).toMatchObject({ phase: 'in-doubt', code: 'connection_lost', httpStatus: 200 });
      expect(server.executed()).toBe(1);
    },
  );

  test('a failure in the body reports the HTTP status', async () => {
    const { outcome } = await sendTo(createNodeTransport(), {
      onRequest: reset(httpResponse('{"ok":1}').slice(0, -3)),
    });
    expect(outcome).toMatchObject({ phase: 'in-doubt', httpStatus: 200 });
  });
});

describe('what the Node transport reads', () => {
  test('a chunked body is read although a character is split between chunks', async () => {
    const euro = Buffer.from('€');
    const parts = [euro.subarray(0, 1), euro.subarray(1)].map((part) =>
      Buffer.concat([Buffer.from(`${part.length}\r\n`), part, Buffer.from('\r\n')]),
    );
    const { outcome } = await sendTo(createNodeTransport(), {
      onRequest: end(
        Buffer.concat([
          Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'),
          ...parts,
          Buffer.from('0\r\n\r\n'),
        ]),
      ),
    });
    expect(outcome).toMatchObject({ status: 200, body: '€' });
  });

  test('several cookies are read as one header', async () => {
    const { outcome } = await sendTo(createNodeTransport(), {
      onRequest: write(httpResponse('{}', { headers: ['set-cookie: a=1', 'set-cookie: b=2'] })),
    });
    expect(outcome).toMatchObject({ headers: { 'set-cookie': 'a=1, b=2' } });
  });

  test('thousands of headers are read where they fit into 16 KiB', async () => {
    const many = Array.from({ length: 2500 }, () => 'a:');
    const { outcome } = await sendTo(createNodeTransport(), {
      onRequest: write(httpResponse('{}', { headers: many })),
    });
    expect(outcome).toMatchObject({ status: 200, body: '{}' });
  });
});

describe('a last check', () => {
  const send = async (lastCheck: () => boolean) => {
    const server = await serve({ onRequest: end(httpResponse('{}')) });
    const outcome = await outcomeOf(createNodeTransport(), post(server.url), { lastCheck });
    return { outcome, server };
  };

  test('is made once the connection stands, and nothing is sent where it refuses', async () => {
    let checks = 0;
    // The first one is made before the request is handed over.
    const { outcome, server } = await send(() => (checks += 1) < 2);
    expect(outcome).toMatchObject({ phase: 'unsent', code: 'aborted', detail: 'last_check' });
    expect(checks).toBe(2);
    expect(server.executed()).toBe(0);
  });

  test('that agrees changes nothing', async () => {
    const { outcome, server } = await send(() => true);
    expect(outcome).toMatchObject({ status: 200 });
    expect(server.executed()).toBe(1);
  });
});
