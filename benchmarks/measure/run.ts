import { CONTENDERS, type Contender } from '../contenders.ts';
import type { Figures, Results } from '../results.ts';
import type { Settings } from '../settings.ts';
import { address, type Workbench } from '../workbench.ts';

/** What every measurement needs. */
export interface Run {
  readonly settings: Settings;
  readonly workbench: Workbench;
  /** Where the server listens. */
  readonly url: string;
  readonly results: Results;
  readonly say: (line: string) => void;
}

/** What a process is told about the contender that it measures. */
export function orderFor({ workbench, url }: Run, contender: Contender) {
  return { program: address(workbench.entry(contender)), url, given: contender.given };
}

/** Keeps figures and says them. */
export function note({ results, say }: Run, who: string, figures: Figures): void {
  results.add(who, figures);
  const words = Object.entries(figures).map(([name, figure]) => `${name} ${figure.toPrecision(4)}`);
  say(`${who}: ${words.join(', ')}`);
}

/** The contender of this id. */
export function contender(id: string): Contender {
  const found = CONTENDERS.find((one) => one.id === id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}
