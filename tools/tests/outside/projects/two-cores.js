// Two providers that each installed another version of core. Each recognises the errors of the other, by marker and not
// by class.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const coreOf = async (name) => {
  const from = createRequire(import.meta.resolve(name));
  const { version } = from('@capture/core/package.json');
  return { version, core: await import(pathToFileURL(from.resolve('@capture/core')).href) };
};
const one = await coreOf('@capture/payfull');
const other = await coreOf('@capture/freepayment');
const { createPayfull } = await import('@capture/payfull');
const { createFreepayment } = await import('@capture/freepayment');

const unreachable = { fetch: () => Promise.reject(new TypeError('no network')) };
const payfull = createPayfull({ merchant: 'm', password: 'p', baseUrl: 'https://shop.payfull.com', ...unreachable });
const freepayment = createFreepayment({ environment: 'sandbox', shopId: '1', secretKey: 's', ...unreachable });
const amount = other.core.money('1.00', 'TRY');
const result = await payfull.capture({ authorizationId: 'a-1', amount, clientIp: '127.0.0.1' });
const caught = (run) => {
  try {
    run();
  } catch (error) {
    return error;
  }
};
const invalid = caught(() => freepayment.prepare({}));
const secret = new other.core.Secret('4242');

console.log(
  JSON.stringify({
    versions: [one.version, other.version],
    sameClass: one.core.CaptureError === other.core.CaptureError,
    captureError: other.core.CaptureError.is(result.error) && result.error.constructor !== undefined,
    unknownOutcome: other.core.UnknownOutcomeError.is(result.error),
    notDeclined: other.core.DeclinedError.is(result.error),
    instanceOf: result.error instanceof other.core.CaptureError,
    invalidRequest: one.core.InvalidRequestError.is(invalid) && !(invalid instanceof one.core.InvalidRequestError),
    secret: one.core.Secret.is(secret) && !(secret instanceof one.core.Secret),
    secretPrints: `${secret} ${JSON.stringify({ secret })}`,
    thrown: caught(() => other.core.acceptedOrThrow(result)) === result.error,
  }),
);
