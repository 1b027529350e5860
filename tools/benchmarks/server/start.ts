import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Starts the loopback server in its own process. */
export function startServer(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'loopback.ts')], {
    // The pipe to it ends with this process, and the server with it.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)}`));
    });
    child.stdout.once('data', (port: Buffer) => {
      resolve({
        url: `http://127.0.0.1:${port.toString().trim()}`,
        stop: () => {
          child.kill();
        },
      });
    });
  });
}
