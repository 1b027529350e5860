import type { WireRequest } from '@capture/core';
import type { Snippet } from './snippet.ts';

/** Writes a request as a curl command for the sandbox of this process. */
export function curlOf(
  exact: WireRequest,
  masked: { readonly headers: Readonly<Record<string, string>>; readonly body: string | undefined },
  card: Readonly<Record<string, string>> | undefined,
): Snippet {
  const { body } = exact;
  return {
    shown: command({ ...exact, headers: masked.headers }, masked.body),
    copied: command(exact, body !== undefined && card ? withoutCard(body, card) : body),
  };
}

function command({ method, url, headers }: WireRequest, body: string | undefined): string {
  const lines = [
    `curl --max-time 10 -i -X ${method} ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return lines.join(' \\\n  ');
}

/** A body with a card is flat JSON. The page fills the card in again from its own form. */
function withoutCard(body: string, card: Readonly<Record<string, string>>): string {
  const fields = Object.entries(JSON.parse(body) as Record<string, string>).map(([name, value]) => {
    if (value === card['number']) return [name, '{{card.number}}'];
    return [name, /cvv/i.test(name) ? '{{card.cvv}}' : value];
  });
  return JSON.stringify(Object.fromEntries(fields));
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
