export type { PockytOptions } from './options.ts';
export { createPockyt, type PockytClient } from './provider.ts';
export type { PockytCaptureRequest } from './request.ts';
export type { PockytAnswer } from './response.ts';
export { explainPockytSignature, pockytSignature, type PockytFields } from './sign.ts';
