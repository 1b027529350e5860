import { LOOKUP_DELAYS } from '@capture/core';
import type { Accounts } from '../contract/accounts.ts';
import type { JournalOptions } from '../contract/journal.ts';
import { checkNumber, invalid } from './check-input.ts';
import type { Settings } from './context.ts';

/** Checks the options and fills in the defaults. Throws `InvalidJournalInputError`. */
export function settingsOf(options: Omit<JournalOptions<Accounts>, 'store' | 'accounts'>): Settings {
  const { attempts = 5, lease = 120_000, delays = LOOKUP_DELAYS, capturesElsewhere = true } = options;
  checkNumber('attempts', attempts, 1);
  if (!Number.isInteger(attempts)) throw invalid('attempts', 'must be a whole number');
  checkNumber('lease', lease, 100);
  const isArray: boolean = Array.isArray(delays);
  if (!isArray) throw invalid('delays', 'must be an array of milliseconds');
  delays.forEach((delay, i) => {
    checkNumber(`delays.${i}`, delay, 0);
  });
  if (typeof capturesElsewhere !== 'boolean') throw invalid('capturesElsewhere', 'must be true or false');
  return { attempts, lease, delays: [...delays], capturesElsewhere };
}
