import type { CaptureResult, PreparedRequest, SignatureExplanation } from '@capture/core';
import { formatAmount } from '../shared/format-amount.ts';

/** A prepared request as HTTP, with its signature. */
export function formatPrepared({ method, url, headers, body, signature }: PreparedRequest): string {
  const lines = [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body ?? '',
  ];
  return signature ? [...lines, '', formatSignature(signature)].join('\n') : lines.join('\n');
}

/** A result with its evidence, one fact per line. */
export function formatResult(result: CaptureResult): string {
  const lines = [`${result.provider}: ${result.status}, requested ${formatAmount(result.amount)}`];
  if ('captureId' in result) lines.push(`capture id: ${result.captureId}`);
  if (result.live !== undefined) lines.push(result.live ? 'live payment' : 'test payment');
  if (result.reference !== undefined) lines.push(`reference: ${result.reference}`);
  if ('checks' in result)
    lines.push(
      ...result.checks.map(
        ({ agrees, field, expected, found }) =>
          `  ${agrees ? '✓' : '✗'} ${field}: ${found}${agrees ? '' : `, expected ${expected}`}`,
      ),
    );
  if ('nextAction' in result && result.nextAction) lines.push(`the customer must open ${result.nextAction.url}`);
  if ('error' in result) lines.push(result.error.message);
  if (result.status === 'unknown') lines.push(`look it up with ${JSON.stringify(result.lookupKeys)}`);
  return lines.join('\n');
}

/** A signature taken apart: ordered fields, omitted fields with the reason, signed string with secrets masked. */
export function formatSignature({ algorithm, fields, leftOut, text }: SignatureExplanation): string {
  return [
    `Signature: ${algorithm}`,
    ...fields.map(({ name, value }) => `  ${name} = ${value}`),
    ...leftOut.map(({ name, why }) => `  ${name} is not signed: ${why}`),
    `Signed string: ${text}`,
  ].join('\n');
}
