import type { SignatureScheme } from '@capture/core/signing';
import { payfullScheme } from '@capture/payfull';
import { pockytScheme } from '@capture/pockyt';
import type { ProviderId } from './index.ts';

/** How the providers that sign bodies do it. */
export const SIGNATURE_SCHEMES: Partial<Record<ProviderId, SignatureScheme>> = {
  payfull: payfullScheme,
  pockyt: pockytScheme,
};
