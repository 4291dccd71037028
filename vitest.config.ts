import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longestFirst.ts';

const plugins = [svelte({ configFile: false, compilerOptions: { runes: true } })];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 60_000,
          setupFiles: ['test/support/seed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Modules keep nothing that another file could trip over, and what a test stubs it gives back: loading them once takes two thirds of the time.
          isolate: false,
        },
      },
      {
        plugins,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/globalE2e.ts'],
          // A busy machine answers late; what never comes still fails.
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file has a browser of its own. On two cores the third worker fills the time in which the others wait.
          maxWorkers: 3,
        },
      },
    ],
  },
});
