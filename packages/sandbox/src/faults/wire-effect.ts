import type { EmulatorResponse } from '../emulator/http-types.ts';

/** The effect that a transport produces on the wire: a response, a broken one, or none. */
export type WireEffect =
  | { readonly kind: 'response' | 'cut' | 'garbage'; readonly response: WireResponse }
  | { readonly kind: 'refuse' | 'hang' | 'reset' };

/** A response with its body serialized. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An intact response, with additional headers. */
export function respond(response: EmulatorResponse, headers: Readonly<Record<string, string>> = {}): WireEffect {
  return { kind: 'response', response: serialize({ ...response, headers: { ...response.headers, ...headers } }) };
}

/** Serializes the body of a response, in the content type of all providers. */
export function serialize({ status, headers, body }: EmulatorResponse): WireResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}
