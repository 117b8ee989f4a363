import { defineConfig } from 'vitest/config';

/** YAML files are imported as text, as esbuild does in the bundles. */
const yamlText = {
  name: 'yaml-as-text',
  transform: (code: string, id: string) =>
    id.endsWith('.yaml') ? { code: `export default ${JSON.stringify(code)};`, map: null } : undefined,
};

export default defineConfig({
  plugins: [yamlText],
  test: {
    include: ['test/unit/**/*.test.ts', 'test/grammar/**/*.test.ts', 'test/webview/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: process.env.CI ? ['dot', ['json', { outputFile: 'out/unit-results.json' }]] : ['default'],
  },
});
