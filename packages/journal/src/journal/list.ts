import type { Operation } from '../contract/operation.ts';
import type { OperationFilter, Store } from '../contract/store.ts';
import { operationOf } from './operation-of.ts';

const PAGE = 200;

/** Lists operations in the order of their recording, a page at a time. */
export async function* list(store: Store, filter: OperationFilter): AsyncGenerator<Operation, void, undefined> {
  let after: string | undefined;
  for (;;) {
    const page = await store.list(filter, { after, limit: PAGE });
    yield* page.map(operationOf);
    after = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}
