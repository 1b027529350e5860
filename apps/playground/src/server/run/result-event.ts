import { formatMajor, type CaptureError, type CaptureResult, type LookupKeys, type Money } from '@capture/core';
import type { Amount } from '../../shared/api.ts';
import { formatAmount } from '../../shared/format-amount.ts';
import type { ErrorDetails, NamedValue, ResultEvent } from '../../shared/run-event.ts';

/** An amount for the page, in minor and in major units. */
export function amountOf(amount: Money): Amount {
  return { minor: amount.minor, currency: amount.currency, major: formatMajor(amount) };
}

/** A result in the form that the page shows. */
export function resultEvent(result: CaptureResult): ResultEvent {
  const { status, amount, reference } = result;
  return {
    kind: 'result',
    status,
    requested: amountOf(amount),
    checks: 'checks' in result ? result.checks : [],
    json: JSON.stringify(result, null, 2),
    ...(reference !== undefined && { reference }),
    ...('amountCheck' in result && { amountCheck: result.amountCheck }),
    ...('reportedAmount' in result && result.reportedAmount && { reported: amountOf(result.reportedAmount) }),
    ...('captureId' in result && result.captureId !== undefined && { captureId: result.captureId }),
    ...('reason' in result && { reason: result.reason }),
    ...('nextAction' in result && result.nextAction && { nextAction: result.nextAction.url }),
    ...('error' in result && { error: errorDetails(result.error) }),
    ...('lookupKeys' in result && { lookup: lookupKeyValues(result.lookupKeys) }),
  };
}

/** An error of the library without the original exception. */
export function errorDetails(error: CaptureError): ErrorDetails {
  const { code, category, message, advice, moneyMoved, providerCode, providerMessage } = error;
  return {
    code,
    category,
    message,
    advice,
    moneyMoved,
    ...(providerCode !== undefined && { providerCode }),
    ...(providerMessage !== undefined && { providerMessage }),
  };
}

function lookupKeyValues({ amount, ...ids }: LookupKeys): NamedValue[] {
  const values = Object.entries(ids).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: [value].flat().join(', ') || 'none' }],
  );
  return amount ? [...values, { name: 'amount', value: formatAmount(amount) }] : values;
}
