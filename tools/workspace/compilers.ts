/**
 * The versions of TypeScript that users may have, oldest first. Older ones cannot read the declarations, which import
 * each other with `.ts`.
 */
export const TYPESCRIPTS = ['5.0', '5.2', '5.4', '5.6', '5.9', '6.0'] as const;

/** The oldest supported version, as docs/support.md promises. */
export const [OLDEST_TYPESCRIPT] = TYPESCRIPTS;
