import { digits } from './format.ts';

/** A figure that a target is about and the contender that it belongs to. */
export interface Measured {
  readonly contender: string;
  readonly figure: number;
}

/** A target beside the worst figure that was measured for it. */
export interface TargetResult {
  readonly what: string;
  readonly limit: string;
  readonly worst: string;
  readonly met: boolean;
}

/** A target that is met up to its limit. */
export const within = (what: string, limit: number, unit: string, measured: readonly Measured[]): TargetResult =>
  targetResult(what, `at most ${String(limit)}${unit}`, unit, measured, (figure) => figure <= limit);

/** A target that is met by a figure below that of the other contender. */
export const below = (what: string, measured: readonly Measured[]): TargetResult =>
  targetResult(what, 'below 1×', '×', measured, (figure) => figure < 1);

function targetResult(
  what: string,
  limit: string,
  unit: string,
  measured: readonly Measured[],
  fits: (figure: number) => boolean,
): TargetResult {
  // A figure that is not measured for every contender may be missing.
  const found = measured.filter(({ figure }) => !Number.isNaN(figure)).sort((a, b) => b.figure - a.figure)[0];
  if (!found) return { what, limit, worst: 'not measured', met: false };
  return { what, limit, worst: `${digits(found.figure)}${unit} (${found.contender})`, met: fits(found.figure) };
}
