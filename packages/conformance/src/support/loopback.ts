import assert from 'node:assert/strict';
import type { CaptureResult } from '@capture/core';
import type { AnySubject } from '../subject.ts';
import { type CaptureVariation } from './capture-with.ts';
import { clientOf } from './client.ts';
import { faultyServer, type Behaviour, type FaultyServer } from './faulty-server.ts';

/** What came of a capture over a real socket. */
export interface LoopbackRun {
  readonly result: CaptureResult;
  /** How many requests the server had read to their end. */
  readonly executed: number;
  readonly server: FaultyServer;
}

/** Starts a server for as long as `use` runs. */
export async function withServer<T>(behaviour: Behaviour, use: (server: FaultyServer) => Promise<T>): Promise<T> {
  const server = await faultyServer(behaviour);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

/** Captures once over loopback, waits until the server can execute nothing more, and holds the result against what it executed. */
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

/** A capture that the server executed may not be called unsent, and nothing may be executed twice. */
export function assertConsistentWithExecution({ status }: CaptureResult, executed: number): void {
  assert.ok(executed <= 1, `the server executed the capture ${executed} times`);
  if (executed === 1) assert.notEqual(status, 'unsent', 'the server executed a capture that was called unsent');
}

/** The short deadlines of faults that never end: the first is enough unless the machine is so busy that the request has not even left by then. */
const DEADLINES = [150, 600, 2400];

/** A {@link runOverLoopback} that only a deadline ends. It is repeated with a longer one until the server has read as many requests as expected. */
export async function runUntilDeadline(
  subject: AnySubject,
  behaviour: Behaviour,
  expected: number,
  [timeout, ...longer]: readonly (number | undefined)[] = DEADLINES,
): Promise<LoopbackRun> {
  const made = await runOverLoopback(subject, behaviour, { options: timeout === undefined ? {} : { timeout } });
  const early = made.executed < expected || made.server.connections() === 0;
  return early && longer.length > 0 ? runUntilDeadline(subject, behaviour, expected, longer) : made;
}
