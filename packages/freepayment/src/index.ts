export type { GivenFreepaymentOptions, FreepaymentOptions } from './options.ts';
export { createFreepayment, type FreepaymentClient } from './provider.ts';
export type { FreepaymentCaptureRequest } from './request.ts';
export type { FreepaymentResponse, FreepaymentRefusal, FreepaymentTransaction } from './response.ts';
