import { bodyReader, type ResponseHead } from './body-rules.ts';

/** Reads a `fetch` body as UTF-8. Throws `TransportError` where it cannot be read. */
export async function readBody(response: Response, head: ResponseHead): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  try {
    const body = bodyReader(head);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return body.text();
      body.add(value);
    }
  } catch (error) {
    // Gives the connection up. Not awaited: a server that never ends its response could block the cancellation.
    reader.cancel().catch(() => undefined);
    throw error;
  }
}
