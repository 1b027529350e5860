import './plain-https.js';
import { createMollieClient } from '@mollie/api-client';

export function open({ url }) {
  const mollie = createMollieClient({ apiKey: 'test_made_up_for_the_benchmark_12345', apiEndpoint: `${url}/v2` });
  return {
    async capture() {
      const capture = await mollie.paymentCaptures.create({
        paymentId: 'tr_benchmark',
        amount: { currency: 'EUR', value: '10.00' },
        description: 'order-1042',
      });
      if (capture.status !== 'pending' || capture.amount.value !== '10.00') throw new Error(capture.status);
      return capture.id;
    },
  };
}
