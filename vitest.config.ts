import { defineConfig } from 'vitest/config';

/** One PostgreSQL for the whole run; each test file works in a database of its own (`test/database.ts`). */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'e2e/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Only against hanging: no test measures time, and a busy machine is slow, not wrong.
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
