/** A JSON value as the emulators read and write it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. Parsed ones have no prototype, so that a name such as `toString` is never found by accident. */
export interface JsonObject {
  [name: string]: JsonValue;
}

/** A request as an emulator sees it: complete, and with the address of the emulator already taken off the path. */
export interface EmulatorRequest {
  readonly method: string;
  /** Everything after the base URL, still percent-encoded, without the query. */
  readonly path: string;
  /** The query without its question mark, empty if there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an emulator answers, before a fault spoils it: all five providers answer JSON. */
export interface EmulatorResponse {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}
