import braintree from 'braintree';

export function open({ port }) {
  const gateway = new braintree.BraintreeGateway({
    environment: new braintree.Environment('127.0.0.1', String(port), '', false, '127.0.0.1', String(port)),
    merchantId: 'benchmark',
    publicKey: 'made-up-for-the-benchmark',
    privateKey: 'made-up-for-the-benchmark',
  });
  return {
    async capture() {
      const { success, transaction } = await gateway.transaction.submitForSettlement('benchmark', '10.00');
      if (!success || transaction.status !== 'submitted_for_settlement') throw new Error('refused');
      return transaction.id;
    },
  };
}
