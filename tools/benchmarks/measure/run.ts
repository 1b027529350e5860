import { CONTENDERS, oursWith, type Contender } from '../contenders.ts';
import type { Figures, Results } from '../results.ts';
import { ourAnswer } from '../server/answers.ts';
import type { Settings } from '../settings.ts';
import { address, type Installation } from '../install.ts';
import { SIGNED } from './signed.ts';

/** Where something is measured. */
interface Place {
  readonly installation: Installation;
  /** Where the server listens. */
  readonly url: string;
}

/** What every measurement needs. */
export interface Run extends Place {
  readonly settings: Settings;
  readonly results: Results;
  readonly say: (line: string) => void;
}

/** What a process is told about the contender that it measures. */
export function orderFor({ installation, url }: Place, contender: Contender) {
  return { program: address(installation.entry(contender)), url, given: contender.given };
}

/** The same for the steps of a provider's capture. */
export function orderForSteps(place: Place, id: string) {
  const { answer } = ourAnswer(id);
  return { ...orderFor(place, contender(oursWith(id, 'ky'))), id, answer, signed: SIGNED[id] };
}

/** Keeps figures and says them. */
export function note({ results, say }: Run, id: string, figures: Figures): void {
  results.add(id, figures);
  const words = Object.entries(figures).map(([name, figure]) => `${name} ${figure.toPrecision(4)}`);
  say(`${id}: ${words.join(', ')}`);
}

/** The contender of this id. */
export function contender(id: string): Contender {
  const found = CONTENDERS.find((one) => one.id === id);
  if (!found) throw new Error(`nobody is called ${id}`);
  return found;
}
