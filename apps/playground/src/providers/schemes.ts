import { defineScheme, type SignatureScheme } from '@capture/core/signing';
import { payfullScheme } from '@capture/payfull';
import type { ProviderId } from './index.ts';

const pockytScheme = defineScheme({
  unsigned: ['verifySign'],
  confidential: ['cardNumber', 'cardCvv'],
  order: 'code points',
  empty: 'dropped',
  field: '{name}={value}',
  between: '&',
  secret: { called: 'API token', place: 'end', as: 'hashed', glue: '&' },
  digest: 'MD5',
  form: 'lower-case hex',
});

/** How the providers that sign bodies do it. */
export const SIGNATURE_SCHEMES: Partial<Record<ProviderId, SignatureScheme>> = {
  payfull: payfullScheme,
  pockyt: pockytScheme,
};
