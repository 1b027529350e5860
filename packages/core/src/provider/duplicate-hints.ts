/**
 * Words of a refusal that may indicate an earlier capture, in English, Spanish and Portuguese. For providers that
 * publish no words of their own.
 */
export const DUPLICATE_HINTS = /duplica|already|captur(?:ed|ad)|settled/i;
