/** Moves the focus to what takes the place of a control that goes away, as soon as it is drawn. */
export function focusAfterRender(find: () => HTMLElement | null, block: ScrollLogicalPosition = 'nearest'): void {
  requestAnimationFrame(() => {
    const found = find();
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block });
  });
}
