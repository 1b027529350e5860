import type { ProviderId } from '../index.ts';
import { requestFields as firstoken } from './firstoken.ts';
import { requestFields as freepayment } from './freepayment.ts';
import { requestFields as paymentoptions } from './paymentoptions.ts';
import { requestFields as payfull } from './payfull.ts';
import { requestFields as pockyt } from './pockyt.ts';
import type { RequestField } from './request-field.ts';

/** The described fields of every provider. */
export const REQUEST_FIELDS: Readonly<Record<ProviderId, Readonly<Record<string, RequestField>>>> = {
  pockyt,
  paymentoptions,
  firstoken,
  payfull,
  freepayment,
};
