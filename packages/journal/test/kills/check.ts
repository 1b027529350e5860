import { DatabaseSync } from 'node:sqlite';
import type { Operation } from '../../src/index.ts';
import { sqliteStore } from '../../src/sqlite.ts';
import type { StoredOperation } from '../../src/contract/store.ts';
import type { Acknowledged } from './child.ts';
import type { World } from './world.ts';

/** What became of the orders of a world. */
export interface Ends {
  readonly captured: number;
  readonly needsDecision: number;
  /** Of those that need a decision: executed. */
  readonly executedInDoubt: number;
  /** Every difference between the journal, its promises and the truth. */
  readonly problems: readonly string[];
}

const FINAL: readonly Operation['state'][] = ['captured', 'declined', 'cancelled'];

/** Holds the journal's file against the truth of the sandbox, and against what was reported to callers. */
export async function check(world: World, acknowledged: readonly Acknowledged[]): Promise<Ends> {
  const store = sqliteStore(world.file);
  await store.open();
  const operations: StoredOperation[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.list({}, { after, limit: 500 });
    operations.push(...page);
    after = page.at(-1)?.id;
    if (after === undefined) break;
  }
  await store.close();
  const byKey = new Map(operations.map((operation) => [operation.key, operation]));
  const problems = [...problemsOfFile(world.file), ...acknowledged.flatMap((one) => problemOfCaller(one, byKey))];
  if (operations.length !== world.orders.length)
    problems.push(`${operations.length} operations for ${world.orders.length} orders`);
  for (const key of world.sent.keys()) if (!byKey.has(key)) problems.push(`${key} was sent and is not recorded`);
  const ends = { captured: 0, needsDecision: 0, executedInDoubt: 0 };
  for (const order of world.orders) {
    const executions = world.executions(order);
    const operation = byKey.get(order.key);
    problems.push(...problemsOfOrder(order.key, operation, executions, world.sent.get(order.key) ?? 0));
    if (operation?.state === 'captured') ends.captured += 1;
    if (!operation?.needsDecision) continue;
    ends.needsDecision += 1;
    ends.executedInDoubt += executions.length;
  }
  return { ...ends, problems };
}

function problemsOfFile(file: string): readonly string[] {
  const database = new DatabaseSync(file);
  const { integrity_check: found } = database.prepare('PRAGMA integrity_check').get() ?? {};
  database.close();
  return found === 'ok' ? [] : [`the file is damaged: ${String(found)}`];
}

/** A final state that was reported to a caller stays true. */
function problemOfCaller(
  { id, key, state, captureId }: Acknowledged,
  byKey: Map<string, StoredOperation>,
): readonly string[] {
  const operation = byKey.get(key);
  if (operation?.id !== id) return [`${key} was reported as ${id}, and is recorded as ${operation?.id}`];
  const isFinal = FINAL.some((final) => final === state);
  const isSame = operation.state === state && operation.captureId === captureId;
  return isFinal && !isSame ? [`${key} was reported as ${state}, and became ${operation.state}`] : [];
}

function problemsOfOrder(
  key: string,
  operation: StoredOperation | undefined,
  executions: readonly { readonly captureId: string }[],
  sent: number,
): readonly string[] {
  const problems: string[] = [];
  if (executions.length > 1) problems.push(`${key} was executed ${executions.length} times`);
  if (sent > 1) problems.push(`${key} was sent ${sent} times`);
  if (!operation) return [...problems, `${key} is lost`];
  const { state, captureId, needsDecision, evidence } = operation;
  if (state === 'captured') {
    if (executions[0]?.captureId !== captureId)
      problems.push(`${key} is captured, and the provider knows another capture`);
  } else if (!needsDecision) problems.push(`${key} ended ${state}, with ${executions.length} executions`);
  else if (evidence === undefined) problems.push(`${key} needs a decision without evidence`);
  return problems;
}
