export type { Fetch } from './transport/fetch.ts';
export { createKyTransport } from './transport/ky-transport.ts';
