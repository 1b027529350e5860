/** Moves the focus to the element that replaces a removed control, as soon as it is rendered. */
export function focusAfterRender(find: () => HTMLElement | null, block: ScrollLogicalPosition = 'nearest'): void {
  requestAnimationFrame(() => {
    const found = find();
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block });
  });
}
