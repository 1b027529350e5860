import type { JsonObject } from '../../emulator/json.ts';
import { isObject, replaceAt } from '../../emulator/json.ts';

/** The same body with every transaction in it edited. */
export function editTransactions(body: JsonObject, edit: (transaction: JsonObject) => JsonObject): JsonObject {
  const { transaction, transactions } = body;
  return {
    ...body,
    ...(isObject(transaction) && { transaction: edit(transaction) }),
    ...(Array.isArray(transactions) && { transactions: transactions.map((one) => (isObject(one) ? edit(one) : one)) }),
  };
}

/** The same body about a live payment. *documented*: `test` is true for a test payment. */
export function asLive(body: JsonObject): JsonObject {
  return editTransactions(body, (one) => replaceAt(one, 'test', () => false));
}
