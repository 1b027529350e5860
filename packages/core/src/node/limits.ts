/** The longest response head. Explicit, because Node's own limit can be set for the whole process. */
export const MAX_HEAD_BYTES = 16 * 1024;
