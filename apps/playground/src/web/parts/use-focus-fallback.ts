import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus in a box: if the focused control is removed, the element that `fallback` returns gets the focus
 * instead of the start of the page. With `undefined` the focus stays where it is.
 */
export function useFocusFallback<Box extends HTMLElement>(
  fallback: (box: Box, removed: { readonly within: string | undefined }) => HTMLElement | null | undefined,
): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const last = useRef<{ readonly control: Element; readonly within: string | undefined }>(undefined);
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      const control = target as HTMLElement;
      const isInside = box.current?.contains(control) ?? false;
      last.current = isInside
        ? { control, within: control.closest<HTMLElement>('[data-focus-area]')?.dataset['focusArea'] }
        : undefined;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  // After each render, when removed controls are known.
  useEffect(() => {
    const { current } = last;
    if (!current || current.control.isConnected || !box.current) return;
    last.current = undefined;
    if (document.activeElement !== document.body) return;
    const next = fallback(box.current, current);
    if (!next) return;
    // Makes a heading focusable without adding it to the Tab order.
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.focus();
  });
  return box;
}
