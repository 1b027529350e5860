import { MASK } from './secret.ts';
import type { Range } from './ranges.ts';

/** Masks a card number whose groups of digits are strings or numbers of their own, such as the items of an array. */
export function maskSplitCards<T>(data: T, search: (leaves: string) => readonly Range[]): T {
  const cards = search(leavesOf(data));
  if (cards.length === 0) return data;
  let from = 0;
  const isPart = (leaf: string): boolean => {
    const [start, end] = [from, from + leaf.length];
    from = end + SEPARATOR.length;
    return cards.some((card) => start < card[1] && card[0] < end);
  };
  const masked = (value: unknown): unknown => {
    if (isLeaf(value)) return isPart(String(value)) ? MASK : value;
    if (Array.isArray(value)) return value.map(masked);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item)]));
  };
  return masked(data) as T;
}

const SEPARATOR = '\n';

/** Every string and number in data, one after the other. */
export function leavesOf(data: unknown): string {
  const leaves: string[] = [];
  const collect = (value: unknown): void => {
    if (isLeaf(value)) leaves.push(String(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(data);
  return leaves.join(SEPARATOR);
}

function isLeaf(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
