import { Random } from './random.ts';

interface Event {
  readonly at: number;
  /** Orders what happens at the same time: chosen by the seed. */
  readonly order: number;
  readonly label: string;
  readonly run: () => void;
}

/**
 * Virtual time. Everything that happens outside the journal's own code is an event with a time and an order that the
 * seed chose; after each event the journal's code runs until it waits for another one.
 */
export class Scheduler {
  readonly random: Random;
  /** The digest of everything that happened. Two runs of a seed have the same. */
  digest = 0x811c9dc5;
  /** Everything that happened, where it is kept. */
  readonly lines: string[] = [];
  steps = 0;
  /** The true time in milliseconds, which no process can see. */
  now = 0;
  /** Called after each event. */
  afterEach: () => void = () => undefined;
  readonly #keepLines: boolean;
  readonly #heap: Event[] = [];

  constructor(seed: number, { keepLines = false }: { readonly keepLines?: boolean } = {}) {
    this.random = new Random(seed);
    this.#keepLines = keepLines;
  }

  /** Runs something later. Returns a function that calls it off. */
  schedule(delay: number, label: string, run: () => void): () => void {
    let isOff = false;
    const unlessOff = (): void => {
      if (!isOff) run();
    };
    this.#push({ at: this.now + Math.max(0, delay), order: this.random.next(), label, run: unlessOff });
    return () => void (isOff = true);
  }

  /** Writes what happened into the trace. */
  note(line: string): void {
    if (this.#keepLines) this.lines.push(`${String(this.now).padStart(8)} ${line}`);
    let digest = this.digest ^ this.now;
    for (let i = 0; i < line.length; i += 1) digest = Math.imul(digest ^ line.charCodeAt(i), 0x01000193);
    this.digest = digest >>> 0;
  }

  /** Runs events until the condition holds, none is left, or that time has come. */
  async runUntil(isDone: () => boolean, end: number): Promise<void> {
    while (!isDone()) {
      const first = this.#heap[0];
      if (first === undefined || first.at > end) return;
      this.#pop();
      this.now = first.at;
      this.steps += 1;
      this.note(first.label);
      first.run();
      await settled();
      this.afterEach();
    }
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let i = heap.push(event) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!isBefore(event, heap[parent]!)) break;
      heap[i] = heap[parent]!;
      i = parent;
    }
    heap[i] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Resolves when no promise of the code under test has anything left to do: Node runs ticks after all of those. */
async function settled(): Promise<void> {
  await Promise.resolve();
  await new Promise<void>((resolve) => {
    process.nextTick(resolve);
  });
}
