import {
  printable,
  type AmountCheck,
  type CaptureResult,
  type EvidenceCheck,
  type Money,
  type PreparedRequest,
  type SignatureExplanation,
} from '@capture/core';
import { formatAmount } from '../shared/format-amount.ts';
import { wrapped } from './wrap.ts';

/** The length to which values of a response are shown; `--json` has all of them. */
const SHOWN = 200;

/** A prepared request as HTTP, with its signature. */
export function formatPrepared({ method, url, headers, body, signature }: PreparedRequest): string {
  const lines = [
    `${method} ${printable(url)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${printable(value)}`),
    '',
    printable(body ?? ''),
  ];
  return signature ? [...lines, '', formatSignature(signature)].join('\n') : lines.join('\n');
}

/** A result with its evidence, one fact per line. What the provider sent cannot add a line or move the cursor. */
export function formatResult(result: CaptureResult, next: string): string {
  const lines = [`${result.provider}: ${result.status}, requested ${formatAmount(result.amount)}`];
  if ('captureId' in result && result.captureId !== undefined) lines.push(`capture id: ${printable(result.captureId)}`);
  if (result.live !== undefined) lines.push(result.live ? 'live payment' : 'test payment');
  if (result.reference !== undefined) lines.push(`reference: ${printable(result.reference)}`);
  if ('checks' in result) lines.push(...checkLines(result.checks), ...amountLine(result, result.amount));
  if ('error' in result) lines.push(wrapped(result.error.message));
  if (result.status === 'pending') lines.push(...pendingLines(result.nextAction?.url));
  if (result.status === 'pending' || result.status === 'unknown') lines.push(next);
  return lines.join('\n');
}

function pendingLines(url: string | undefined): string[] {
  const action = url === undefined ? [] : [`The customer must open ${printable(url)}`];
  return ['Accepted, but not final: no money yet. Do not send it again.', ...action];
}

/** The comparisons behind a status. */
export function checkLines(checks: readonly EvidenceCheck[]): string[] {
  return checks.map(
    ({ agrees, field, expected, found }) =>
      `  ${agrees ? '✓' : '✗'} ${printable(field)}: ${printable(found, SHOWN)}${agrees ? '' : `, expected ${printable(expected, SHOWN)}`}`,
  );
}

/** The reported amount beside the requested one; nothing where the provider reports none. */
export function amountLine(
  { reportedAmount, amountCheck }: { readonly reportedAmount: Money | undefined; readonly amountCheck: AmountCheck },
  requested: Money | undefined,
): string[] {
  const expected = requested === undefined ? '' : `, expected ${formatAmount(requested)}`;
  if (amountCheck === 'mismatch')
    return [`  ✗ amount: ${reportedAmount ? formatAmount(reportedAmount) : 'a different one'}${expected}`];
  if (reportedAmount === undefined) return [];
  return [
    amountCheck === 'match' ? `  ✓ amount: ${formatAmount(reportedAmount)}` : `amount: ${formatAmount(reportedAmount)}`,
  ];
}

/** A signature taken apart: ordered fields, omitted fields with the reason, signed string with secrets masked. */
export function formatSignature({ algorithm, fields, leftOut, text }: SignatureExplanation): string {
  return [
    `Signature: ${algorithm}`,
    ...fields.map(({ name, value }) => `  ${printable(name)} = ${printable(value)}`),
    ...leftOut.map(({ name, why }) => `  ${printable(name)} is not signed: ${why}`),
    `Signed string: ${printable(text)}`,
  ].join('\n');
}
