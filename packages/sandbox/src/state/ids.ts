import { createHash } from 'node:crypto';

/** Generates ids that look random and are deterministic: the same seed gives the same ids in the same order. */
export interface Ids {
  digits(length: number): string;
  hex(length: number): string;
  letters(length: number): string;
  uuid(): string;
  /** 1, 2, 3 and so on. */
  next(): number;
  /** The number of ids so far: `createIds` with it goes on from here. */
  position(): number;
}

/** A new sequence of ids. `reset` of the sandbox starts another one from the same seed. */
export function createIds(seed: number, position = 0): Ids {
  let counter = position;
  const next = () => (counter += 1);
  const hash = () =>
    createHash('sha256')
      .update(`${String(seed)}:${String(next())}`)
      .digest('hex');
  const hex = (length: number) => hash().slice(0, length);
  return {
    next,
    position: () => counter,
    hex,
    digits: (length) => BigInt(`0x${hash()}`).toString().slice(-length),
    letters: (length) =>
      [...hex(length * 2).matchAll(/../g)]
        .map(([pair]) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[Number.parseInt(pair, 16) % 52])
        .join(''),
    uuid: () => hex(30).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5'),
  };
}
