import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const report = process.env['IMGUPDATE_TEST_REPORT'];
const reasons = fileURLToPath(new URL('helpers/skip-reasons.ts', import.meta.url));

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default', reasons, ...(report === undefined ? [] : ['json'])],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
  },
});
