export type { PayfullOptions } from './options.ts';
export { createPayfull, type PayfullClient } from './provider.ts';
export type { PayfullCaptureRequest } from './request.ts';
export type { PayfullResponse } from './response.ts';
export { payfullHash, payfullScheme } from './sign.ts';
