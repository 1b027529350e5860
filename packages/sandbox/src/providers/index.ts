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

/** The emulator of each provider. The compiler asks for an entry here for each name in `provider-names.ts`. */
export const EMULATORS: Readonly<Record<ProviderName, Emulator>> = {
  pockyt,
  paymentoptions,
  firstoken,
  payfull,
  freepayment,
};

/** What a client of each emulator needs, under the names that the pages use. Placeholders, all of them: they open nothing. */
export const CREDENTIALS = {
  pockyt: pockytCredentials,
  paymentoptions: paymentoptionsCredentials,
  firstoken: firstokenCredentials,
  payfull: payfullCredentials,
  freepayment: freepaymentCredentials,
};
