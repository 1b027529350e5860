import { digits } from './format.ts';

/** A figure that a target is about and the contender that it belongs to. */
export interface Measured {
  readonly contender: string;
  readonly figure: number;
}

/** A target beside the worst that was measured for it. */
export interface Outcome {
  readonly what: string;
  readonly limit: string;
  readonly worst: string;
  readonly met: boolean;
}

/** A target that is met up to its limit. */
export const within = (what: string, limit: number, unit: string, measured: readonly Measured[]): Outcome =>
  outcome(what, `at most ${String(limit)}${unit}`, unit, measured, (figure) => figure <= limit);

/** A target that is met by less than the other has. */
export const below = (what: string, measured: readonly Measured[]): Outcome =>
  outcome(what, 'below 1×', '×', measured, (figure) => figure < 1);

function outcome(
  what: string,
  limit: string,
  unit: string,
  measured: readonly Measured[],
  fits: (figure: number) => boolean,
): Outcome {
  // What is not measured for everybody has no figure.
  const found = measured.filter(({ figure }) => !Number.isNaN(figure)).sort((a, b) => b.figure - a.figure)[0];
  if (!found) return { what, limit, worst: 'not measured', met: false };
  return { what, limit, worst: `${digits(found.figure)}${unit} (${found.contender})`, met: fits(found.figure) };
}
