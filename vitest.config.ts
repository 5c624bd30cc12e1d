import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Real decoders, real models and real processes: generous, because a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
