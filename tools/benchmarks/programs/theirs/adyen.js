import './plain-https.js';
import adyen from '@adyen/api-library';

export function open({ url }) {
  const client = new adyen.Client({ apiKey: 'made-up-for-the-benchmark', environment: 'TEST' });
  const { ModificationsApi } = new adyen.CheckoutAPI(client);
  // The library has no option for another host.
  ModificationsApi.baseUrl = `${url}/v72`;
  return {
    async capture() {
      const response = await ModificationsApi.captureAuthorisedPayment('BENCHMARK', {
        merchantAccount: 'Benchmark',
        amount: { currency: 'EUR', value: 1000 },
        reference: 'order-1042',
      });
      if (response.status !== 'received' || response.amount.value !== 1000) throw new Error(response.status);
      return response.pspReference;
    },
  };
}
