import { createNodeTransport } from '../../../../packages/core/src/node.ts';

// Sends one request to each address that it is given, through the `fetch` of Node or the transport for servers. The
// proxy sees which of them come to it.
const [way, ...urls] = process.argv.slice(2);
const signal = AbortSignal.timeout(20_000);
const transport = createNodeTransport();
for (const url of urls) {
  const sent =
    way === 'fetch'
      ? fetch(url, { method: 'POST', body: 'x', signal })
      : transport.send({ method: 'POST', url, headers: {}, body: 'x' }, { signal, operation: 'capture' });
  await sent.catch(() => undefined);
}
process.exit(0);
