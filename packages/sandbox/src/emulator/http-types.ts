import type { JsonObject } from './json.ts';
import type { Rejection } from './rejection.ts';

/** A request as an emulator sees it: complete, decoded, its path relative to the base URL. */
export interface EmulatorRequest {
  readonly method: string;
  /** Everything after the base URL, still percent-encoded, without the query. */
  readonly path: string;
  /** The query without its question mark, empty if there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decoded body, or the reason why it cannot be read; see `readBody`. */
  readonly body: JsonObject | Rejection;
}

/** The response of an emulator, before a fault changes it: all five providers respond with JSON. */
export interface EmulatorResponse {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}
