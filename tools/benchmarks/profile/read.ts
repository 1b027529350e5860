import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ownerOf, type Owner } from './owners.ts';

/** The part of a `.cpuprofile` that is read. */
interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  /** The node that ran at each sample. */
  readonly samples: readonly number[];
  /** µs since the sample before. */
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** The time of one function itself, what it called not counted. */
export interface Spent {
  readonly owner: Owner;
  /** Its name and file. */
  readonly where: string;
  readonly microseconds: number;
}

/** Everything in a profile except idle time and the profiler itself, the most expensive function first. */
export function readProfile(file: string): readonly Spent[] {
  const profile = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile;
  const functions = functionsOf(profile.nodes);
  const sums = new Map<string, Spent>();
  profile.samples.forEach((id, index) => {
    const found = functions.get(id);
    if (!found) return;
    const before = sums.get(found.where)?.microseconds ?? 0;
    sums.set(found.where, { ...found, microseconds: before + (profile.timeDeltas[index] ?? 0) });
  });
  return [...sums.values()].sort((a, b) => b.microseconds - a.microseconds);
}

function functionsOf(nodes: readonly ProfileNode[]): ReadonlyMap<number, Pick<Spent, 'owner' | 'where'>> {
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const found = new Map<number, Pick<Spent, 'owner' | 'where'>>();
  for (const node of nodes) {
    const { functionName: name } = node.callFrame;
    // Work inside the engine, JSON.parse or a regular expression, counts for its caller.
    let caller: ProfileNode | undefined = node;
    while (caller?.callFrame.url === '') caller = parents.get(caller.id);
    const url = caller?.callFrame.url ?? '';
    const owner = name === '(garbage collector)' ? 'collector' : ownerOf(url);
    if (name === '(idle)' || owner === 'profiler') continue;
    found.set(node.id, { owner, where: url === '' ? name : `${name || 'anonymous'} (${basename(url)})` });
  }
  return found;
}
