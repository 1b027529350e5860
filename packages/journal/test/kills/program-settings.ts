import type { FreepaymentCaptureRequest } from '@capture/freepayment';
import type { PayfullCaptureRequest } from '@capture/payfull';

/** One order: the capture, its key, and the account that it is for. */
export interface Order {
  readonly key: string;
  readonly account: 'payfull' | 'freepayment';
  readonly request: PayfullCaptureRequest & FreepaymentCaptureRequest;
  /** It is captured when it ships; else by the work on what is recorded. */
  readonly ships: boolean;
}

/** The settings of the programs, as they are in a file of JSON. */
export interface ProgramSettings {
  readonly file: string;
  readonly lease: number;
  readonly delays: readonly number[];
  readonly attempts: number;
  readonly payfull: { readonly merchant: string; readonly password: string; readonly baseUrl: string };
  readonly freepayment: { readonly shopId: string; readonly secretKey: string; readonly baseUrl: string };
  readonly orders: readonly Order[];
}
