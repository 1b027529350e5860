import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RequestPhases } from './request-phases.ts';
import type { Tunnel } from './tunnel.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const LIMITS = { dns: 100, connect: 200, firstByte: 500, headers: 700, body: 300 };

/** Phases that report the time of a missed deadline, and its detail. */
function phases(limits = LIMITS) {
  const missed: [at: number, late: string | undefined][] = [];
  const begun = performance.now();
  const request: RequestPhases = new RequestPhases(limits, {
    onDeadline: () => missed.push([performance.now() - begun, request.late]),
  });
  return { request, missed };
}

type Step = number | Exclude<keyof RequestPhases, 'late' | 'onTunnel' | 'begin' | 'check' | 'end' | 'stop'>;

const REQUESTS: readonly [what: string, steps: readonly Step[], at: number, late: string | undefined][] = [
  ['the wait for a connection', [], 500, undefined],
  ['resolving', [50, 'resolving'], 150, 'dns_timed_out'],
  ['resolving, at the end of the time before the first byte', [450, 'resolving'], 500, 'dns_timed_out'],
  ['connecting', ['resolving', 50, 'connecting'], 250, 'connection_timed_out'],
  ['connecting, at the end of the time before the first byte', [450, 'connecting'], 500, 'connection_timed_out'],
  ['resolving a proxy', ['onProxyResolving'], 100, 'proxy_unreachable'],
  ['connecting to a proxy', ['onProxyResolving', 50, 'onProxyConnecting'], 250, 'proxy_unreachable'],
  ['the response of a proxy', ['onProxyConnecting', 50, 'onProxyRequest'], 200, 'proxy_timed_out'],
  ['TLS inside a tunnel', ['onProxyConnecting', 50, 'onProxyRequest', 50, 'connecting'], 200, 'connection_timed_out'],
  ['the head of a response', ['connecting', 50, 'writing'], 750, undefined],
  ['the body of a response', ['connecting', 50, 'writing', 50, 'reading'], 400, 'truncated'],
];

describe('the deadline of a request', () => {
  test.each(REQUESTS)('in %s', (_what, steps, at, late) => {
    const { request, missed } = phases();
    for (const step of steps)
      if (typeof step === 'number') vi.advanceTimersByTime(step);
      else request[step]();
    vi.advanceTimersByTime(10_000);
    expect(missed).toEqual([[at, late]]);
  });

  test('is none after its end, whatever is still reported', () => {
    const { request, missed } = phases();
    request.connecting();
    request.end();
    request.resolving();
    request.connecting();
    request.onProxyResolving();
    vi.advanceTimersByTime(10_000);
    expect(missed).toEqual([]);
    expect(request.late).toBe('connection_timed_out');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the tunnel of a request', () => {
  const tunnel = () => {
    const destroy = vi.fn();
    return { destroy, tunnel: { destroy } as unknown as Tunnel };
  };

  test('is given up with the request', () => {
    const { request } = phases();
    const one = tunnel();
    request.onTunnel(one.tunnel);
    expect(one.destroy).not.toHaveBeenCalled();
    request.end();
    expect(one.destroy).toHaveBeenCalledOnce();
  });

  test('is given up at once where the request has ended', () => {
    const { request } = phases();
    const one = tunnel();
    request.end();
    request.onTunnel(one.tunnel);
    expect(one.destroy).toHaveBeenCalledOnce();
  });
});
