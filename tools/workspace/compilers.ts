/** The versions of TypeScript that users may have, oldest first. An older one than the first cannot read the declarations: they name their neighbours with `.ts`. */
export const TYPESCRIPTS = ['5.0', '5.2', '5.4', '5.6', '5.9', '6.0'] as const;

/** The oldest supported version, as docs/support.md promises. */
export const [OLDEST_TYPESCRIPT] = TYPESCRIPTS;
