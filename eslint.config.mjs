import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      'coverage/',
      '.dateline/',
      'libs/client/src/openapi.ts',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './apps/console/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: [
            'CallExpression[callee.object.name="Promise"] > ArrayExpression > CallExpression > AwaitExpression',
            'CallExpression[callee.object.name="Promise"] > ArrayExpression > CallExpression > LogicalExpression > AwaitExpression',
          ].join(),
          message:
            'What stands before it in the list has begun, and where it fails meanwhile nobody catches it. Await this first.',
        },
      ],
    },
  },
  prettier,
);
