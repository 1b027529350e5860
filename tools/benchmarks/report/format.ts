import type { Spread } from '../results.ts';

/** A figure with its significant digits: 12,345, 123, 12.3, 1.23. */
export function digits(figure: number): string {
  if (Number.isInteger(figure)) return count(figure);
  const decimals = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  return figure.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A number of things. */
export const count = (figure: number): string => figure.toLocaleString('en-US');

/** The median, with the minimum and the maximum in brackets where there are several figures. */
export function written(found: Spread | undefined, scale = 1): string {
  if (!found) return '';
  const [median, least, most] = [found.median, found.least, found.most].map((figure) => digits(figure / scale));
  return least === most ? (median ?? '') : `${median ?? ''} (${least ?? ''}–${most ?? ''})`;
}
