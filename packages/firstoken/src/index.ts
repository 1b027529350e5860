export type { GivenFirstokenOptions, FirstokenOptions } from './options.ts';
export { createFirstoken, type FirstokenClient } from './provider.ts';
export type { FirstokenCaptureRequest } from './request.ts';
export type { FirstokenResponse } from './response.ts';
