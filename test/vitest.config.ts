import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const report = process.env['IMGUPDATE_TEST_REPORT'];
const reasons = fileURLToPath(new URL('helpers/skip-reasons.ts', import.meta.url));

// What hangs is ended. On Windows, and in its lane more so, each start of a program takes its time.
const patience = process.platform === 'win32' ? 360_000 : 120_000;

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    testTimeout: patience,
    hookTimeout: patience,
    maxWorkers: 2,
    reporters: ['default', reasons, ...(report === undefined ? [] : ['json'])],
    ...(report === undefined ? {} : { outputFile: { json: report } }),
  },
});
