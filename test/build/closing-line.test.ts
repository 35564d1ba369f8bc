/** What .ci/run ends with: every reader of logs takes the last line, and the code decides. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../.ci/closing-line.cjs', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-closing-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const report = (failed: number) =>
  JSON.stringify({ numPassedTests: 10, numFailedTests: failed, numPendingTests: 2, numTodoTests: 0 });
const lane = (failed: number) => `On Windows passed: vitest 5\n5 passed, ${failed} failed, 1 skipped\n`;

function closing(work: { report?: string; code?: number; log?: string; lane?: number }): {
  last: string;
  code: number;
} {
  const [reportFile, log] = [join(folder, 'report.json'), join(folder, 'windows.log')];
  if (work.report !== undefined) writeFileSync(reportFile, work.report);
  writeFileSync(log, work.log ?? lane(0));
  try {
    const args = [program, reportFile, String(work.code ?? 0), log, String(work.lane ?? 0)];
    return { last: lastLine(execFileSync(process.execPath, args, { encoding: 'utf8' })), code: 0 };
  } catch (error) {
    const { stdout, status } = error as { stdout: string; status: number };
    return { last: lastLine(stdout), code: status };
  }
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

it.each<[what: string, work: Parameters<typeof closing>[0], last: string, code: number]>([
  ['everything passed', { report: report(0) }, '15 passed, 0 failed, 3 skipped', 0],
  ['a test failed here', { report: report(1), code: 1 }, '15 passed, 1 failed, 3 skipped', 1],
  ['a check before the tests failed', { report: report(0), code: 1 }, '15 passed, 1 failed, 3 skipped', 1],
  ['the run ended without a report', { code: 1 }, '5 passed, 1 failed, 1 skipped', 1],
  ['a test failed in the lane', { report: report(0), log: lane(2), lane: 1 }, '15 passed, 2 failed, 3 skipped', 1],
  [
    'the lane ended in the middle',
    { report: report(0), log: 'Not run:', lane: 1 },
    '10 passed, 1 failed, 2 skipped',
    1,
  ],
  ['no lane can be set up', { report: report(0), log: 'not run: why', lane: 75 }, '10 passed, 0 failed, 2 skipped', 0],
  ['the lane took too long', { report: report(0), log: '', lane: 124 }, '10 passed, 0 failed, 2 skipped', 0],
])('counts when %s', (_what, work, last, code) => {
  expect(closing(work)).toEqual({ last, code });
});
