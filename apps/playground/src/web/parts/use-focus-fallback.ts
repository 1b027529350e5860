import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus where somebody works: where the control that had it is taken away, it goes to `heir` of the same box, and not to the start of the page.
 * An heir of `undefined` leaves it.
 */
export function useFocusFallback<Box extends HTMLElement>(
  heir: (box: Box, gone: { readonly within: string | undefined }) => HTMLElement | null | undefined,
): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const last = useRef<{ readonly control: Element; readonly within: string | undefined }>(undefined);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      const control = target as HTMLElement;
      const isInside = box.current?.contains(control) ?? false;
      last.current = isInside
        ? { control, within: control.closest<HTMLElement>('[data-focus-area]')?.dataset['focusArea'] }
        : undefined;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  // After each rendering: only then is it known what is gone.
  useEffect(() => {
    const { current } = last;
    if (!current || current.control.isConnected || !box.current) return;
    last.current = undefined;
    if (document.activeElement !== document.body) return;
    const next = heir(box.current, current);
    if (!next) return;
    // A heading takes the focus only so, and keeps out of the way of the Tab key.
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus();
  });
  return box;
}
