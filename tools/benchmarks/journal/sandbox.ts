import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A sandbox server in a process of its own. */
export interface StartedSandbox {
  /** The base URL of the provider, its credentials and the ids of its authorizations. */
  readonly orders: unknown;
  readonly stop: () => void;
}

/** Starts a sandbox server with so many authorizations at a provider. */
export async function startSandbox(provider: string, count: number): Promise<StartedSandbox> {
  const program = join(import.meta.dirname, 'child-process/sandbox.js');
  const child: ChildProcess = spawn(process.execPath, [program, provider, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('no output');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { orders: JSON.parse(line) as unknown, stop: () => child.kill() };
}
