import { InvalidRequestError } from '@capture/core';
import { createSandbox } from '@capture/sandbox';
import { describe, expect, test } from 'vitest';
import { createSandboxClient, PROVIDERS } from '../src/providers/index.ts';

// The form is built from descriptions. Their type (RequestFields) guarantees that they name exactly the fields of a
// request; these tests verify their content.

describe.each(PROVIDERS)('the described fields of $title', (provider) => {
  const sandbox = createSandbox();
  const { credentials, id, sample } = provider;
  const client = createSandboxClient(provider, sandbox, { baseUrl: sandbox.baseUrl(id), fetch: sandbox.fetch });
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

  test.each(fields)(
    'the field %s is described as required exactly if the library requires it',
    (name, { required }) => {
      const without = Object.fromEntries(Object.entries(sample).filter(([one]) => one !== name));
      expect(issuesOf(without).some(({ path, rule }) => path === name && rule === 'is required')).toBe(required);
    },
  );

  test.each(fields)('the field %s is known to the library', (name) => {
    const [unknown] = issuesOf({ ...sample, noSuchField: 'x' });
    expect(unknown?.path).toBe('noSuchField');
    const broken = issuesOf({ ...sample, [name]: Symbol.iterator });
    expect(broken.map(({ path }) => path)).toContain(name);
    expect(broken.map(({ rule }) => rule)).not.toContain(unknown?.rule);
  });

  test('every choice is accepted by the library', () => {
    for (const [name, { kind, choices = [] }] of fields.filter(([, field]) => field.choices)) {
      expect(choices.length).toBeGreaterThan(0);
      for (const choice of choices) {
        const value = kind === 'amount' ? { minor: 100_000, currency: choice } : choice;
        expect(issuesOf({ ...sample, [name]: value }), `${name} ${choice}`).toEqual([]);
      }
    }
  });

  test('every field has a label and a help sentence, and the sample is valid', () => {
    for (const [name, { label, help }] of fields) {
      expect(label, name).toMatch(/^[A-Z]/);
      expect(help, name).toMatch(/^[A-Z].*\.$/);
    }
    expect(issuesOf(sample)).toEqual([]);
    expect(credentials.length).toBeGreaterThan(0);
  });
});
