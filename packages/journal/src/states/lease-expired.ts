import type { OperationReason } from '../contract/operation.ts';

/** The reason that a store gives an operation whose lease ran out while it was being sent. */
export const LEASE_EXPIRED: OperationReason = {
  code: 'lease_expired',
  message: 'the process that was sending it ended or stood still',
  advice: 'Do not send again. Look up the payment first.',
};
