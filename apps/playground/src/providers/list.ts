import { firstoken } from './firstoken/index.ts';
import { freepayment } from './freepayment/index.ts';
import { payfull } from './payfull/index.ts';
import { paymentoptions } from './paymentoptions/index.ts';
import { pockyt } from './pockyt/index.ts';
import type { Provider } from './provider.ts';

/** The providers that the playground shows, in the order of the sandbox. */
export const PROVIDERS: readonly Provider[] = [pockyt, paymentoptions, firstoken, payfull, freepayment];
