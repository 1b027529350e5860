import { respondingTransport } from '../../support/responding-transport.ts';
import { PROXY_PAGE } from '../../support/http-response.ts';
import { assertNoSecret, secretsOf, visibleSurfacesWith } from '../../support/visible-surfaces.ts';
import { once } from '../../clause.ts';

/** Proves that a page of a proxy is not shown. */
export const proxyPages = [
  once('X10', 'a page of a proxy that repeats the request is not shown', async (subject) => {
    const transport = respondingTransport((wire) => ({
      ...PROXY_PAGE,
      headers: { ...PROXY_PAGE.headers, 'x-request': JSON.stringify(wire.headers) },
      body: `${PROXY_PAGE.body}<pre>${JSON.stringify(wire)}</pre>`,
    }));
    assertNoSecret(await visibleSurfacesWith(subject, { transport }), secretsOf(subject));
  }),
];
