export type { GivenPaymentOptionsOptions, PaymentOptionsOptions } from './options.ts';
export { createPaymentOptions, type PaymentOptionsClient } from './provider.ts';
export type { PaymentOptionsCaptureRequest } from './request.ts';
export type { PaymentOptionsResponse } from './response.ts';
