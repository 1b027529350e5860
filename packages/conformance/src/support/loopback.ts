import assert from 'node:assert/strict';
import type { CaptureResult } from '@capture/core';
import type { AnySubject } from '../subject.ts';
import type { CaptureVariation } from './capture-with.ts';
import { clientOf } from './client.ts';
import { faultyServer, type Behaviour, type FaultyServer } from './faulty-server.ts';

/** The outcome of a capture over a real socket. */
export interface LoopbackRun {
  readonly result: CaptureResult;
  /** The number of requests that the server read completely. */
  readonly executed: number;
  readonly server: FaultyServer;
}

/** Runs a server for as long as `use` takes. */
export async function withServer<T>(behaviour: Behaviour, use: (server: FaultyServer) => Promise<T>): Promise<T> {
  const server = await faultyServer(behaviour);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

/** Captures once over loopback, waits until the server can execute nothing more, and checks the result against it. */
export function runOverLoopback(
  subject: AnySubject,
  behaviour: Behaviour,
  {
    request = subject.request,
    options = {},
    call,
    scheme = 'http',
  }: CaptureVariation & { readonly scheme?: 'http' | 'https' } = {},
): Promise<LoopbackRun> {
  return withServer(behaviour, async (server) => {
    const client = clientOf(subject, { baseUrl: server.url.replace('http', scheme), ...options });
    const result = await client.capture(request, call);
    await server.quiet();
    const executed = server.requests.length;
    assertConsistentWithExecution(result, executed);
    return { result, executed, server };
  });
}

/** A capture that the server executed must not be unsent, and must not be executed twice. */
export function assertConsistentWithExecution({ status }: CaptureResult, executed: number): void {
  assert.ok(executed <= 1, `the server executed the capture ${executed} times`);
  if (executed === 1) assert.notEqual(status, 'unsent', 'the server executed a capture that was reported as unsent');
}

/**
 * Deadlines for faults that never end. The first is enough, unless the machine is too busy to send the request in time.
 */
const DEADLINES = [150, 600, 2400];

/**
 * Captures once until a deadline, and again with a longer one until the server has read the expected number of
 * requests.
 */
export async function runUntilDeadline(
  subject: AnySubject,
  behaviour: Behaviour,
  expected: number,
  [timeout, ...longer]: readonly (number | undefined)[] = DEADLINES,
): Promise<LoopbackRun> {
  const run = await runOverLoopback(subject, behaviour, { options: timeout === undefined ? {} : { timeout } });
  const early = run.executed < expected || run.server.connections() === 0;
  return early && longer.length > 0 ? runUntilDeadline(subject, behaviour, expected, longer) : run;
}
