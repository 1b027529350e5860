export type { GivenPockytOptions, PockytOptions } from './options.ts';
export { createPockyt, type PockytClient } from './provider.ts';
export type { PockytCaptureRequest } from './request.ts';
export type { PockytResponse } from './response.ts';
export { type PockytFields, pockytScheme, pockytSignature } from './sign.ts';
