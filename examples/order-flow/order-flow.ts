import { assertNever, money, resolveOutcome } from '@capture/core';
import { createPayfull } from '@capture/payfull';
import { addOrder, findOrder, openOrders, record, reserve } from './orders.ts';

const payfull = createPayfull({
  merchant: process.env.PAYFULL_MERCHANT!,
  password: process.env.PAYFULL_PASSWORD!,
  baseUrl: process.env.PAYFULL_BASE_URL!, // https://shop.payfull.com, or the sandbox
});

/** Captures an order, at most once. */
async function captureOrder(id: string): Promise<string> {
  const order = findOrder(id);
  if (order === undefined) return 'no such order';
  const { authorizationId, amount, clientIp } = order;
  // Sends nothing. An order that breaks a rule of the provider throws here, while nothing is reserved.
  const prepared = payfull.prepare({ authorizationId, amount, clientIp, reference: id });

  // Committed before the capture is sent: should this process die now, the row says that money may have moved, and has
  // the keys to look it up.
  if (!reserve(id, { reference: id, amount })) return 'in progress or final, nothing was sent';

  const result = await payfull.capture(prepared);
  switch (result.status) {
    case 'captured': // the money is yours: ship
      record(id, 'captured', { captureId: result.captureId });
      break;
    case 'pending': // accepted, not final: send the customer to `result.nextAction`, ship when it is captured
      record(id, 'pending', { captureId: result.captureId, lookup: result.lookupKeys });
      break;
    case 'declined': // no money was moved: ask for another payment
      record(id, 'declined', { errorCode: result.error.code });
      break;
    case 'unsent': // no money was moved, nothing was sent: may be captured again, soon if `result.error.retriable`
      record(id, 'unsent', { errorCode: result.error.code });
      break;
    case 'unknown': // money may have moved: neither ship nor capture again, look it up
      record(id, 'unknown', { errorCode: result.error.code, lookup: result.lookupKeys });
      break;
    default:
      assertNever(result);
  }
  return result.status;
}

/** Looks each open order up once, those of processes that died included. It only reads: run it every few minutes. */
async function resolveOpenOrders(): Promise<void> {
  for (const { id, lookup } of openOrders()) {
    const payment = { provider: 'payfull', lookupKeys: lookup };
    const { status, lastLookup: found } = await resolveOutcome(payfull, payment, { delays: [0] });
    if (status !== 'undecided') record(id, status, { captureId: found?.captureId, errorCode: found?.error?.code });
    console.log(`${id}: ${status}`);
  }
}

const [command, id = '', authorizationId = '', amount = '', currency = '', clientIp = ''] = process.argv.slice(2);
if (command === 'add') addOrder({ id, authorizationId, amount: money(amount, currency), clientIp });
else if (command === 'capture') console.log(`${id}: ${await captureOrder(id)}`);
else if (command === 'resolve') await resolveOpenOrders();
else throw new Error('Use add, capture or resolve, as in README.md.');
