import { SquareClient } from 'square';

export function open({ url }) {
  const square = new SquareClient({ token: 'made-up-for-the-benchmark', baseUrl: url });
  return {
    async capture() {
      const { payment } = await square.payments.complete({ paymentId: 'benchmark' });
      if (payment.status !== 'COMPLETED' || payment.amountMoney.amount !== 1000n) throw new Error(payment.status);
      return payment.id;
    },
  };
}
