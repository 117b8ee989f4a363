import tseslint from 'typescript-eslint';
import { forbiddenImports } from './scripts/rooms.mjs';

/** Lint: strict TypeScript, plus the house plan (which room may import which) from scripts/rooms.mjs. */
export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', 'test/host/.host', 'demo-output', 'src/standard/tables'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
      ],
      eqeqeq: ['error', 'always'],
      'prefer-const': 'error',
    },
  },
  { files: ['*.config.{mjs,ts,mts}', 'test/**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...forbiddenImports(),
);
