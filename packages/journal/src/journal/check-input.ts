import { holdsCardLikeNumber } from '@capture/core/provider';
import { InvalidJournalInputError } from '../errors/journal-errors.ts';

const NAME = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,255}$/u;

/** Returns an error that names the argument and the rule, never the value. */
export function invalid(path: string, rule: string): InvalidJournalInputError {
  return new InvalidJournalInputError(`${path} ${rule}`);
}

/** Checks a key or a label: it is stored and printed. */
export function checkName(path: string, value: unknown): asserts value is string {
  if (typeof value !== 'string' || !NAME.test(value))
    throw invalid(path, 'must be a string of 1 to 255 characters without control characters');
  checkNoCard(path, value);
}

/** Checks what a person writes about a decision: it is stored forever. */
export function checkText(path: string, value: unknown): asserts value is string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 500)
    throw invalid(path, 'must be a string of 1 to 500 characters');
  checkNoCard(path, value);
}

/** Checks a number of milliseconds or a count. */
export function checkNumber(path: string, value: unknown, least: number, most = 2 ** 31 - 1): asserts value is number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least || value > most)
    throw invalid(path, `must be a number from ${least} to ${most}`);
}

/** Checks the provider's ids of captures. */
export function checkIds(path: string, value: unknown): asserts value is readonly string[] | undefined {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw invalid(path, 'must be an array of strings');
  const isId = (id: unknown): boolean => typeof id === 'string' && NAME.test(id);
  if (!value.every(isId)) throw invalid(path, 'must be an array of strings of 1 to 255 characters');
}

/** Nothing like a card number is stored. */
function checkNoCard(path: string, value: string): void {
  if (holdsCardLikeNumber(value)) throw invalid(path, 'must not contain a number like that of a card');
}
