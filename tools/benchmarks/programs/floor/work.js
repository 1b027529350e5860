/** The request that the floor sends: firstoken's, which is about as long as the others. */
export const PATH = '/v1/payments/0001708980782641783611/capture';

export const HEADERS = {
  accept: 'application/json',
  'content-type': 'application/json',
  'x-api-key': 'YOUR API KEY',
};

export const body = () =>
  JSON.stringify({
    transaction_info: { type: 'capture', reference_code: '123456789' },
    capture_info: { amount_details: { total_amount: 1000, currency: 'COP' }, installments: 1 },
    device_info: { ip_address: '12.7.8.120' },
  });

/** Parses the response and checks its status: all that a program without a library would do. */
export function read(status, body) {
  const { status: outer, data } = JSON.parse(body);
  if (status !== 200 || outer !== 'success' || data.transaction_info.status !== 'Pending') throw new Error('refused');
  return data.transaction_info.transaction_id;
}
