import { EMULATORS } from '../providers/index.ts';

/** The `http` of msw, as far as the handlers need it. The sandbox does not depend on msw. */
export interface MswHttp<Handler> {
  readonly all: (url: string, resolver: (info: { readonly request: Request }) => Promise<Response>) => Handler;
}

/** A handler of msw for each documented base URL of each provider. */
export function createHandlers<Handler>(
  { all }: MswHttp<Handler>,
  fetchFromSandbox: (request: Request) => Promise<Response>,
): Handler[] {
  const resolver = async ({ request }: { readonly request: Request }) => {
    try {
      return await fetchFromSandbox(request);
    } catch {
      // msw responds with status 500 to anything that a resolver throws. This is how it fails a connection.
      return Response.error();
    }
  };
  return Object.values(EMULATORS).flatMap(({ documentedBaseUrls }) =>
    documentedBaseUrls.map((baseUrl) => all(`${baseUrl}/*`, resolver)),
  );
}
