import type { AnyClient, Connect, RequestOf } from './client.ts';
import { respondingWith } from './responding.ts';

/**
 * Judges responses to one and the same capture. The function it returns takes the body of a response and, where they
 * differ from the usual ones, its HTTP status and fields of the request.
 */
export function verdictOf<Client extends AnyClient>(
  connect: Connect<Client>,
  request: RequestOf<Client>,
  usualStatus = 200,
) {
  return (
    body: unknown,
    { status = usualStatus, ...change }: { readonly status?: number } & Partial<RequestOf<Client>> = {},
  ) => {
    const { fetch } = respondingWith(status, body);
    return connect({ fetch }).capture({ ...(request as object), ...change } as never) as ReturnType<Client['capture']>;
  };
}
