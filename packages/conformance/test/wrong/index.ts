import { DECLARING } from './declaring.ts';
import { JUDGING } from './judging.ts';
import { LEAKING } from './leaking.ts';
import { MISREADING } from './misreading.ts';
import { MISPLACED } from './misplacing.ts';
import { NOTIFYING } from './notifying.ts';
import type { WrongProvider } from './planted.ts';
import { SENDING } from './sending.ts';
import { SHARING } from './sharing.ts';

/** The mistakes that this library exists to prevent, planted on purpose. */
export const WRONG_PROVIDERS: Readonly<Record<string, WrongProvider>> = {
  ...SENDING,
  ...JUDGING,
  ...LEAKING,
  ...SHARING,
  ...DECLARING,
  ...MISPLACED,
  ...NOTIFYING,
  ...MISREADING,
};
