/** Named numbers that one process reported. */
export type Figures = Readonly<Record<string, number>>;

/** Every figure of every contender, in the order of measurement. */
export class Results {
  readonly #all = new Map<string, number[]>();

  add(contender: string, figures: Figures): void {
    for (const [name, figure] of Object.entries(figures)) {
      const key = `${contender} ${name}`;
      this.#all.set(key, [...(this.#all.get(key) ?? []), figure]);
    }
  }

  /** The figures of one kind, one for each time it was measured; empty where it was not. */
  of(contender: string, name: string): readonly number[] {
    return this.#all.get(`${contender} ${name}`) ?? [];
  }

  /** The ratio of one contender to another, for each round; of another figure where that is named. */
  ratios(one: string, other: string, name: string, otherName = name): readonly number[] {
    const base = this.of(other, otherName);
    return this.of(one, name).flatMap((figure, round) => {
      const under = base[round];
      return under === undefined ? [] : [figure / under];
    });
  }
}

/** The median of several figures, and their spread. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(figures: readonly number[]): Spread | undefined {
  if (figures.length === 0) return undefined;
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    most: at(sorted.length - 1),
  };
}
