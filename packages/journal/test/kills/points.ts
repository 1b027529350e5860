import type { Strike } from './strike.ts';

/**
 * The moments at which a process is struck, in the order in which a capture passes them. Those of the program are
 * observed inside of it, those on the wire by the proxy, which knows what has passed it.
 */
export const PROGRAM_POINTS = [
  'before-intent',
  'in-the-wal',
  'intent-committed',
  'before-connect',
  'connected',
  'body-in',
  'judged',
  'before-outcome',
  'outcome-committed',
] as const;
export const WIRE_POINTS = ['first-byte', 'last-byte', 'headers-in', 'half-body', 'looking-up'] as const;
export const POINTS = [...PROGRAM_POINTS, ...WIRE_POINTS] as const;

export type ProgramPoint = (typeof PROGRAM_POINTS)[number];
export type WirePoint = (typeof WIRE_POINTS)[number];
export type Point = (typeof POINTS)[number];

export const isWirePoint = (point: string): point is WirePoint => (WIRE_POINTS as readonly string[]).includes(point);

/** A strike on one process: by which signal, where or when, and at which occurrence of the point. */
export interface PlannedStrike {
  readonly signal: Strike;
  /** `at-random`: some milliseconds after the journal is open. */
  readonly point: Point | 'at-random';
  readonly occurrence: number;
  readonly delay: number;
}
