import type { Capabilities } from '@capture/core';

/** The kinds of providers, by what a lookup there can decide. */
export type Kind = 'unique-reference' | 'shared-reference' | 'capture-id' | 'card' | 'multiple';

const common = {
  captures: 'authorization',
  partialCapture: 'yes',
  multipleCaptures: 'no',
  overcapture: 'no',
  reference: 'sent',
  currencies: 'iso-4217',
  amountForm: 'minor-integer',
  reportsAmount: true,
  authentication: 'key-header',
  webhook: 'signed',
} as const;

/** The capabilities of each kind. */
export const KINDS: Readonly<Record<Kind, Capabilities>> = {
  'unique-reference': {
    ...common,
    multipleCaptures: 'undocumented',
    lookupBy: ['reference'],
    uniqueKeys: ['reference'],
    sharedKeys: [],
  },
  'shared-reference': {
    ...common,
    multipleCaptures: 'undocumented',
    reference: 'looked-up',
    lookupBy: ['captureId', 'reference', 'authorizationId'],
    uniqueKeys: ['captureId'],
    sharedKeys: ['reference'],
  },
  'capture-id': {
    ...common,
    reference: 'compared',
    lookupBy: ['captureId', 'authorizationId'],
    uniqueKeys: ['captureId'],
    sharedKeys: [],
  },
  card: {
    ...common,
    captures: 'card',
    lookupBy: ['reference', 'captureId'],
    uniqueKeys: ['reference', 'captureId'],
    sharedKeys: [],
  },
  multiple: {
    ...common,
    multipleCaptures: 'yes',
    lookupBy: ['captureId', 'reference'],
    uniqueKeys: ['captureId'],
    sharedKeys: ['reference'],
  },
};
