import { useEffect, useRef, type RefObject } from 'react';
import type { Run } from '../../state/runs.ts';
import { resultOf } from '../../state/runs.ts';

/** Brings what happened into sight when a capture begins, and once more when its result is there: it may stand below the form, or above what was scrolled to. */
export function useScrollIntoView(run: Run | undefined): RefObject<HTMLElement | null> {
  const section = useRef<HTMLElement>(null);
  const isUnderWay = run?.busy === 'capturing';
  const hasResult = run !== undefined && resultOf(run) !== undefined;
  const wasUnderWay = useRef(false);
  useEffect(() => {
    // Not for an old run that is only looked at again.
    if (section.current && (isUnderWay || wasUnderWay.current) && isOutOfSight(section.current))
      section.current.scrollIntoView();
    wasUnderWay.current = isUnderWay;
  }, [run?.key, isUnderWay, hasResult]);
  return section;
}

/** Out of sight is also what the sticky header hides. */
function isOutOfSight(section: HTMLElement): boolean {
  const { top } = section.getBoundingClientRect();
  const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
  return top < header || top > innerHeight * 0.6;
}
