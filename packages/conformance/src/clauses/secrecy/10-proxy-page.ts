import { respondingTransport } from '../../support/responding-transport.ts';
import { PROXY_PAGE } from '../../support/http-response.ts';
import { assertNoSecret, secretsOf, visibleSurfacesWith } from '../../support/visible-surfaces.ts';
import { once } from '../../clause.ts';

/** Proves that the page of an intermediary is not exposed. */
export const proxyPages = [
  once('X10', 'a proxy page that echoes the request is not exposed', async (subject) => {
    const transport = respondingTransport((wire) => ({
      ...PROXY_PAGE,
      headers: { ...PROXY_PAGE.headers, 'x-request': JSON.stringify(wire.headers) },
      body: `${PROXY_PAGE.body}<pre>${JSON.stringify(wire)}</pre>`,
    }));
    assertNoSecret(await visibleSurfacesWith(subject, { transport }), secretsOf(subject));
  }),
];
