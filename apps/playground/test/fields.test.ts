import { InvalidRequestError } from '@capture/core';
import { createSandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../src/providers/index.ts';

// The form is made from descriptions. That they name exactly the fields of a request is held by their type (RequestFields); that what they say of them is true, here.

describe.each(PROVIDERS)('the described fields of $title', (provider) => {
  const sandbox = createSandbox();
  const { create, credentials, id, sample } = provider;
  const client = create({ ...sandbox.credentials[id], baseUrl: sandbox.baseUrl(id), fetch: sandbox.fetch });
  const fields = Object.entries(provider.fields);
  const issuesOf = (request: object): readonly { path: string; rule: string }[] => {
    try {
      client.prepare(request as never);
      return [];
    } catch (error) {
      if (InvalidRequestError.is(error)) return error.issues;
      throw error;
    }
  };

  test.each(fields)('%s is required exactly where the library requires it', (name, { required }) => {
    const without = Object.fromEntries(Object.entries(sample).filter(([one]) => one !== name));
    expect(issuesOf(without).some(({ path, rule }) => path === name && rule === 'is required')).toBe(required);
  });

  test.each(fields)('%s is a field that the library knows', (name) => {
    const broken = issuesOf({ ...sample, [name]: Symbol.iterator });
    expect(broken.map(({ path }) => path)).toContain(name);
    expect(broken.map(({ rule }) => rule)).not.toContain('is an unknown field');
  });

  test('a choice offers what the library takes', () => {
    for (const [name, { kind, choices = [] }] of fields.filter(([, field]) => field.choices)) {
      expect(choices.length).toBeGreaterThan(0);
      for (const choice of choices) {
        const value = kind === 'amount' ? { minor: 100_000, currency: choice } : choice;
        expect(issuesOf({ ...sample, [name]: value }), `${name} ${choice}`).toEqual([]);
      }
    }
  });

  test('every field is explained in a sentence, and the sample fits', () => {
    for (const [name, { label, help }] of fields) {
      expect(label, name).toMatch(/^[A-Z]/);
      expect(help, name).toMatch(/^[A-Z].*\.$/);
    }
    expect(issuesOf(sample)).toEqual([]);
    expect(credentials.length).toBeGreaterThan(0);
  });
});
