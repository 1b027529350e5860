import { printable, type CaptureResult, type PreparedRequest, type SignatureExplanation } from '@capture/core';
import { formatAmount } from '../shared/format-amount.ts';

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
export function formatResult(result: CaptureResult): string {
  const lines = [`${result.provider}: ${result.status}, requested ${formatAmount(result.amount)}`];
  if ('captureId' in result && result.captureId !== undefined) lines.push(`capture id: ${printable(result.captureId)}`);
  if (result.live !== undefined) lines.push(result.live ? 'live payment' : 'test payment');
  if (result.reference !== undefined) lines.push(`reference: ${printable(result.reference)}`);
  if ('checks' in result)
    lines.push(
      ...result.checks.map(
        ({ agrees, field, expected, found }) =>
          `  ${agrees ? '✓' : '✗'} ${field}: ${printable(found, SHOWN)}${agrees ? '' : `, expected ${printable(expected, SHOWN)}`}`,
      ),
    );
  if ('nextAction' in result && result.nextAction)
    lines.push(`the customer must open ${printable(result.nextAction.url)}`);
  if ('error' in result) lines.push(result.error.message);
  if (result.status === 'unknown') lines.push(`look it up with ${printable(JSON.stringify(result.lookupKeys))}`);
  return lines.join('\n');
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
