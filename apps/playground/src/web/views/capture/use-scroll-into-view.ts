import { useEffect, useRef, type RefObject } from 'react';
import type { Run } from '../../state/runs.ts';
import { resultOf } from '../../state/runs.ts';

/**
 * Scrolls the run into view when a capture begins and when its result arrives: it may be below the form, or above the
 * scroll position.
 */
export function useScrollIntoView(run: Run | undefined): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  const isCapturing = run?.busy === 'capturing';
  const hasResult = run !== undefined && resultOf(run) !== undefined;
  const wasCapturing = useRef(false);
  useEffect(() => {
    // Not for an earlier run that is only shown again.
    if (section.current && (isCapturing || wasCapturing.current) && isHidden(section.current))
      section.current.scrollIntoView();
    wasCapturing.current = isCapturing;
  }, [run?.key, isCapturing, hasResult]);
  return section;
}

/** The sticky header hides what is below it. */
function isHidden(section: HTMLElement): boolean {
  const { top } = section.getBoundingClientRect();
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return top < header || top > innerHeight * 0.6;
}
