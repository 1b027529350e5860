import type { Sandbox } from '../src/contract.ts';
import type { ProviderName } from '../src/state/provider-names.ts';
import { sampleOf, sign, type Body } from './sample.ts';

export interface Reply {
  status: number;
  body: Body;
}

/** A provider's own requests around a capture, as a client of another program would write them. */
export interface Flow {
  provider: ProviderName;
  /** The amount of the authorization in minor units, and the same as the provider's responses write it. */
  minor: number;
  authorize: (sandbox: Sandbox, change?: { card?: string }) => Promise<Reply>;
  capture: (sandbox: Sandbox, authorizationId: string) => Promise<Reply>;
  void: (sandbox: Sandbox, authorizationId: string) => Promise<Reply>;
  refund?: (sandbox: Sandbox, captureId: string, minor: number) => Promise<Reply>;
  lookup?: (sandbox: Sandbox, id: string) => Promise<Reply>;
  /** The id of the transaction that a response reports. */
  idIn: (reply: Reply) => string;
  /** A part of the body of a refused capture, by the reason. */
  refusals: Record<'voided' | 'expired' | 'declined', { status: number; body: Body }>;
}

export async function post(sandbox: Sandbox, provider: ProviderName, path: string, body: Body): Promise<Reply> {
  const { headers, encoding } = sampleOf(provider).request;
  sign(provider, body);
  const encoded = encoding === 'form' ? new URLSearchParams(body).toString() : JSON.stringify(body);
  const response = await sandbox.fetch(sandbox.baseUrl(provider) + path, { method: 'POST', headers, body: encoded });
  return { status: response.status, body: (await response.json()) as Body };
}

export async function get(sandbox: Sandbox, provider: ProviderName, path: string): Promise<Reply> {
  const { headers } = sampleOf(provider).request;
  const response = await sandbox.fetch(sandbox.baseUrl(provider) + path, { headers });
  return { status: response.status, body: (await response.json()) as Body };
}

const freepayment: Flow = {
  provider: 'freepayment',
  minor: 1000,
  authorize: (sandbox) =>
    post(sandbox, 'freepayment', '/transactions/authorizations', {
      request: { amount: 1000, currency: 'USD', description: 'Order 7', method: { type: 'erip', account: '1' }, tracking_id: 'order-7' }, // prettier-ignore
    }),
  capture: (sandbox, id) =>
    post(sandbox, 'freepayment', '/transactions/captures', { request: { parent_uid: id, amount: 1000 } }),
  void: (sandbox, id) =>
    post(sandbox, 'freepayment', '/transactions/voids', { request: { parent_uid: id, amount: 1000 } }),
  refund: (sandbox, id, minor) =>
    post(sandbox, 'freepayment', '/transactions/refunds', {
      request: { parent_uid: id, amount: minor, reason: 'Returned' },
    }),
  lookup: (sandbox, id) => get(sandbox, 'freepayment', `/transactions/${id}`),
  idIn: ({ body }) => String((body['transaction'] as Body | undefined)?.['uid']),
  refusals: {
    voided: { status: 422, body: { errors: { request: { parent_uid: ['the authorization was voided'] } } } },
    expired: { status: 422, body: { errors: { request: { parent_uid: ['the authorization has expired'] } } } },
    declined: { status: 422, body: { errors: { request: { parent_uid: ['the authorization was not approved'] } } } },
  },
};

const PO = '/server-to-server-interface';
const merchant = { merchant_id: '< Merchant ID >' };
const paymentoptions: Flow = {
  provider: 'paymentoptions',
  minor: 1000,
  authorize: (sandbox, { card = '4111111111111111' } = {}) =>
    post(sandbox, 'paymentoptions', `${PO}/authorization`, {
      ...merchant,
      amount: '1000',
      currency: 'JPY',
      merchant_txn_ref: 'order-7',
      customer_ip: '12.7.8.120',
      card: { number: card, name: 'John Doe', expiry_month: '12', expiry_year: '99', cvc: '123' },
    }),
  capture: (sandbox, id) =>
    post(sandbox, 'paymentoptions', `${PO}/capture`, { ...merchant, transactionId: id, amount: 1000 }),
  void: (sandbox, id) => post(sandbox, 'paymentoptions', `${PO}/void`, { ...merchant, transactionId: id }),
  refund: (sandbox, id, minor) =>
    post(sandbox, 'paymentoptions', `${PO}/refund`, { ...merchant, transactionId: id, amount: minor, notes: 'Back' }),
  lookup: (sandbox, id) => get(sandbox, 'paymentoptions', `${PO}/transaction/status/${id}`),
  idIn: ({ body }) => String((body['transaction_details'] as Body | undefined)?.['id']),
  refusals: {
    voided: { status: 412, body: { gateway_response: { message: 'The authorisation is cancelled.' } } },
    expired: { status: 412, body: { gateway_response: { message: 'The authorisation has expired.' } } },
    declined: { status: 412, body: { success: false } },
  },
};

const firstoken: Flow = {
  provider: 'firstoken',
  minor: 100_000,
  authorize: (sandbox, { card = '4111111111111111' } = {}) =>
    post(sandbox, 'firstoken', '/v1/payments/', {
      transaction_info: { type: 'authorization', reference_code: 'order-7' },
      card: { number: card, expiration_date: '12/2099', security_code: '001' },
      order_info: { amount_details: { total_amount: 1000, currency: 'COP' }, installments: 1 },
      bill_to: { first_name: 'John' },
      device_info: { ip_address: '12.7.8.120' },
    }),
  capture: (sandbox, id) =>
    post(sandbox, 'firstoken', `/v1/payments/${id}/capture`, {
      transaction_info: { type: 'capture', reference_code: 'order-7' },
      capture_info: { amount_details: { total_amount: 1000, currency: 'COP' } },
    }),
  void: (sandbox, id) =>
    post(sandbox, 'firstoken', `/v1/payments/${id}/reversal`, {
      transaction_info: { type: 'authorization_reversal', reference_code: 'order-7' },
      reversal_info: { amount_details: { total_amount: 1000 } },
    }),
  lookup: (sandbox, id) => get(sandbox, 'firstoken', `/v1/payments/transactions/${id}`),
  idIn: ({ body }) => String(((body['data'] as Body)['transaction_info'] as Body | undefined)?.['transaction_id']),
  refusals: {
    voided: { status: 400, body: { message: 'Authorization already reversed' } },
    expired: { status: 400, body: { message: 'Authorization has expired' } },
    declined: { status: 400, body: { message: 'Authorization was declined' } },
  },
};

const common = { merchant: 'merchant name', language: 'en', client_ip: '192.168.1.1' };
const payfull: Flow = {
  provider: 'payfull',
  minor: 2302,
  authorize: (sandbox, { card = '4111111111111111' } = {}) =>
    post(sandbox, 'payfull', '/integration/api/v1', {
      ...common,
      type: 'Preauth',
      total: '23.02',
      currency: 'TRY',
      installments: '1',
      cc_name: 'Ayşe Yılmaz',
      cc_number: card,
      cc_month: '12',
      cc_year: '2099',
      cc_cvc: '000',
    }),
  capture: (sandbox, id) =>
    post(sandbox, 'payfull', '/integration/api/v1', { ...common, type: 'Capture', transaction_id: id, total: '23.02' }),
  void: (sandbox, id) =>
    post(sandbox, 'payfull', '/integration/api/v1', { ...common, type: 'Cancel', transaction_id: id }),
  refund: (sandbox, id, minor) =>
    post(sandbox, 'payfull', '/integration/api/v1', { ...common, type: 'Return', transaction_id: id, total: (minor / 100).toFixed(2) }), // prettier-ignore
  idIn: ({ body }) => String(body['transaction_id']),
  refusals: {
    voided: { status: 200, body: { status: 0, ErrorCode: '12', ErrorMSG: 'Transaction is cancelled: transaction_id' } },
    expired: { status: 200, body: { status: 0, ErrorCode: '12', ErrorMSG: 'Preauth has expired: transaction_id' } },
    declined: { status: 200, body: { status: 0 } },
  },
};

/** The providers that have authorizations. */
export const FLOWS: readonly Flow[] = [freepayment, paymentoptions, firstoken, payfull];
