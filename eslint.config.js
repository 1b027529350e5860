// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// A folder whose turbo.json is tagged so is a provider: a new one needs no edit here.
const PROVIDERS = readdirSync('packages').filter((id) =>
  readFileSync(`packages/${id}/turbo.json`, 'utf8').includes('"provider"'),
);

/** Imports that would break the direction of dependencies (docs/architecture.md). */
const forbid = (/** @type {string[]} */ group, /** @type {string} */ message) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group, message }] }],
});

const MARKERS_AND_RETRIES = [
  {
    selector: "BinaryExpression[operator='instanceof'][right.name=/Error$|^Secret$/]",
    message: 'Use the static `is`: two copies of core may meet in one program.',
  },
  { selector: "Property[key.name='retry'][value.value!=0]", message: 'A capture is sent at most once.' },
];

const NO_PROVIDER_NAMES = {
  selector: `Literal[value=/${PROVIDERS.join('|')}/i], TemplateElement[value.raw=/${PROVIDERS.join('|')}/i]`,
  message: 'Core knows no provider.',
};

const DOCUMENTED_EXPORTS = {
  'jsdoc/require-jsdoc': [
    'error',
    {
      publicOnly: true,
      contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'ExportNamedDeclaration > VariableDeclaration'],
      require: { ClassDeclaration: true, FunctionDeclaration: true },
      checkConstructors: false,
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '**/coverage/',
      '**/.stryker-tmp/',
      '**/reports/',
      'tools/tests/outside/projects/',
    ],
  },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      // A type that extends a schema's gets a name that editors show in place of its members.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      'no-restricted-globals': ['error', { name: 'eval', message: 'never' }],
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 150, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    // Prettier wraps code and Markdown at 120 columns, and leaves comments alone.
    rules: { 'max-len': ['error', { code: 999, comments: 120, ignoreUrls: true }] },
  },
  {
    // Published code: every export is documented. Errors are recognised by their marker, because two copies of core may
    // meet in one program.
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-d.ts'],
    plugins: { jsdoc },
    rules: {
      ...DOCUMENTED_EXPORTS,
      'no-restricted-syntax': ['error', ...MARKERS_AND_RETRIES],
    },
  },
  {
    // The contract between the page of the playground and its server.
    files: ['apps/playground/src/shared/**/*.ts'],
    plugins: { jsdoc },
    rules: DOCUMENTED_EXPORTS,
  },
  {
    files: ['packages/core/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-d.ts'],
    rules: {
      ...forbid(['@capture/*'], 'Core imports no other package of ours.'),
      'no-restricted-syntax': ['error', ...MARKERS_AND_RETRIES, NO_PROVIDER_NAMES],
    },
  },
  {
    // Core runs in workers and browsers too, except its entrance for servers and the variants for Node of what follows
    // the runtime. The types of Node are present for those only.
    files: ['packages/core/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-d.ts', 'packages/core/src/node.ts', 'packages/core/src/node/**', 'packages/core/src/**/*.node.ts'], // prettier-ignore
    rules: {
      'no-restricted-globals': ['error', 'eval', 'process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'require', '__dirname'], // prettier-ignore
    },
  },
  {
    files: ['packages/sandbox/**/*.ts'],
    rules: forbid(
      ['@capture/*', 'valibot', 'ky', '@noble/*'],
      'The sandbox shares nothing with the client, so that the two check each other.',
    ),
  },
  {
    files: ['packages/journal/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test-d.ts'],
    rules: {
      ...forbid(['@capture/*', '!@capture/core'], 'The journal knows core only.'),
      'no-restricted-syntax': ['error', ...MARKERS_AND_RETRIES, NO_PROVIDER_NAMES],
    },
  },
  ...PROVIDERS.map((id) => ({
    files: [`packages/${id}/src/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*.test-d.ts'],
    rules: forbid(
      [
        '@capture/*',
        '!@capture/core',
        '@capture/core/*',
        '!@capture/core/provider',
        '!@capture/core/signing',
        'ky',
        'node:*',
      ],
      'A provider knows core only.',
    ),
  })),
  {
    files: ['**/*.test.ts', '**/*.test-d.ts', '**/test/**/*.{ts,js}', 'apps/**/*.ts', 'tools/**/*.{ts,js}'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': ['error', 350] },
  },
  {
    // The page: React's own rules, and its idiom of handlers that return nothing.
    files: ['apps/playground/src/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', 200],
    },
  },
  {
    // Only types are checked, nothing runs.
    files: ['**/*.test-d.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // Not part of the workspace, so nothing resolves their imports here; the slower suite compiles them.
    files: ['examples/**/*.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
