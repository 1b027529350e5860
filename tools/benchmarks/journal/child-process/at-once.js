// A transport that responds to each capture at once, as the provider's page shows it.
let number = 0;

const BODIES = {
  freepayment: ({ body }) => {
    const { request } = JSON.parse(body);
    const capture = { message: 'The operation was successfully processed', ref_id: '3872411', status: 'successful' };
    number += 1;
    const transaction = {
      ...{ uid: `4-${number}`, parent_uid: request.parent_uid, type: 'capture', status: 'successful' },
      ...{ message: 'The operation was successfully processed', amount: request.amount, currency: 'USD', test: true },
      ...{ created_at: '2026-11-25T21:27:52.522Z', paid_at: '2026-11-25T21:27:52.522Z', capture },
    };
    return JSON.stringify({ transaction });
  },
  payfull: ({ body }) => {
    const passive = new URLSearchParams(body).get('passive_data');
    number += 1;
    return JSON.stringify({
      ...{ type: 'Capture', status: 1, transaction_id: `26329GZpo${number}`, ErrorMSG: 'Success Transaction' },
      ...{ ErrorCode: '00', passive_data: passive, total: '23.02', currency: 'TRY', bank_id: 'Akbank' },
      time: '26-11-2026 00:27:52',
    });
  },
};

const headers = { 'content-type': 'application/json' };
export const atOnce = (provider) => ({
  send: (request) => Promise.resolve({ status: 200, headers, body: BODIES[provider](request) }),
});
