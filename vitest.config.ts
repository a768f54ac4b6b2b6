import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/servers/setup.ts'],
    setupFiles: ['test/seed.ts'],
    pool: 'forks',
    execArgv: ['--import', './bin/quick-imports.js'],
    // Generous, because a busy machine is no failure; what hangs is still found.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
