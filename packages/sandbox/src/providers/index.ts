import type { Emulator } from '../emulator/emulator.ts';
import type { ProviderName } from '../state/provider-names.ts';
import { credentials as firstokenCredentials } from './firstoken/credentials.ts';
import { firstoken } from './firstoken/index.ts';
import { credentials as freepaymentCredentials } from './freepayment/credentials.ts';
import { freepayment } from './freepayment/index.ts';
import { credentials as payfullCredentials } from './payfull/credentials.ts';
import { payfull } from './payfull/index.ts';
import { credentials as paymentoptionsCredentials } from './paymentoptions/credentials.ts';
import { paymentoptions } from './paymentoptions/index.ts';
import { credentials as pockytCredentials } from './pockyt/credentials.ts';
import { pockyt } from './pockyt/index.ts';

/** The emulator of each provider. The compiler requires an entry for each name in `provider-names.ts`. */
export const EMULATORS: Readonly<Record<ProviderName, Emulator>> = {
  pockyt,
  paymentoptions,
  firstoken,
  payfull,
  freepayment,
};

/** The credentials of each emulator, under their documented names. All are placeholders and valid nowhere else. */
export const CREDENTIALS = {
  pockyt: pockytCredentials,
  paymentoptions: paymentoptionsCredentials,
  firstoken: firstokenCredentials,
  payfull: payfullCredentials,
  freepayment: freepaymentCredentials,
};
