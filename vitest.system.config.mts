import { defineConfig } from 'vitest/config';

/** Tests of the built command line as a process of its own: `npm run build` first. */
export default defineConfig({
  test: { include: ['test/system/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false },
});
