/** The largest request body that this server reads. */
export const MAX_BODY_BYTES = 64 * 1024;
/** The largest request line with all headers. */
export const MAX_HEADER_BYTES = 16 * 1024;
/** Open connections at a time. */
export const MAX_CONNECTIONS = 64;
/** Milliseconds until the headers of a request must have arrived. */
export const HEADERS_TIMEOUT = 5000;
/** Milliseconds until a whole request must have arrived. */
export const REQUEST_TIMEOUT = 30_000;
