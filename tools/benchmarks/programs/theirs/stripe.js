import Stripe from 'stripe';

export function open({ port }) {
  const stripe = new Stripe('sk_test_made_up_for_the_benchmark', { host: '127.0.0.1', port, protocol: 'http' });
  return {
    async capture() {
      const intent = await stripe.paymentIntents.capture('pi_benchmark', { amount_to_capture: 1000 });
      if (intent.status !== 'succeeded' || intent.amount_received !== 1000) throw new Error(intent.status);
      return intent.id;
    },
  };
}
