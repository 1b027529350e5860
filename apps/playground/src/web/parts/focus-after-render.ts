/** Moves the focus to the element that replaces a removed control, as soon as it is rendered. */
export function focusAfterRender(
  find: () => HTMLElement | null | false,
  block: ScrollLogicalPosition = 'nearest',
): void {
  requestAnimationFrame(() => {
    const found = find();
    if (!found) return;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block });
  });
}

/** True if the focused control was removed, and nothing has taken its focus. */
export function lostFocus(): boolean {
  return document.activeElement === document.body;
}
