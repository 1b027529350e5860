import { CONTENDERS, oursWith, type Contender } from '../contenders.ts';
import type { Figures, Results } from '../results.ts';
import { ourResponse } from '../server/responses.ts';
import type { Settings } from '../settings.ts';
import { address, type Installation } from '../install.ts';
import { SIGNED } from './signed.ts';

/** The place of a measurement. */
interface Place {
  readonly installation: Installation;
  /** The address of the server. */
  readonly url: string;
}

/** The context of every measurement. */
export interface Run extends Place {
  readonly settings: Settings;
  readonly results: Results;
  readonly log: (line: string) => void;
}

/** The order for a process that measures a contender. */
export function orderFor({ installation, url }: Place, contender: Contender) {
  return { program: address(installation.entry(contender)), url, given: contender.given };
}

/** The same for the steps of a provider's capture. */
export function orderForSteps(place: Place, id: string) {
  const { response } = ourResponse(id);
  const modules = address(place.installation.steps(id));
  return { ...orderFor(place, contender(oursWith(id, 'default'))), id, response, modules, signed: SIGNED[id] };
}

/** Records figures and logs them. */
export function note({ results, log }: Run, id: string, figures: Figures): void {
  results.add(id, figures);
  const named = Object.entries(figures).map(([name, figure]) => `${name} ${figure.toPrecision(4)}`);
  log(`${id}: ${named.join(', ')}`);
}

/** The contender of this id. */
export function contender(id: string): Contender {
  const found = CONTENDERS.find((one) => one.id === id);
  if (!found) throw new Error(`there is no contender ${id}`);
  return found;
}
