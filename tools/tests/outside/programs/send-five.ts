import { createKyTransport } from '../../../../packages/core/src/ky.ts';
import { createNodeTransport } from '../../../../packages/core/src/node.ts';

// Sends five captures one after the other to the address that it is given, and prints their HTTP statuses or failures.
const [transportName, url = '', ca] = process.argv.slice(2);
const transport = transportName === 'node' ? createNodeTransport(ca ? { ca } : {}) : createKyTransport();
const outcomes: unknown[] = [];
for (let count = 0; count < 5; count += 1) {
  const request = {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    body: `{"n":${count}}`,
  } as const;
  outcomes.push(
    await transport.send(request, { signal: AbortSignal.timeout(10_000), operation: 'capture' }).then(
      ({ status }) => status,
      (error: unknown) => String(error),
    ),
  );
}
process.stdout.write(JSON.stringify(outcomes));
process.exit(0);
