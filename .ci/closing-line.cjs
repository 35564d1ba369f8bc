'use strict';

// The end of .ci/run: what passed here and what on Windows, and one closing line that every reader of logs understands.
// Usage: node closing-line.cjs VITEST_REPORT CODE WINDOWS_LOG LANE_CODE; ends with 1 when something failed, here or in the
// Windows lane. A lane that could not be set up, or did not end in its time, is not run: that is told, and fails nothing.
const { readFileSync } = require('node:fs');

const [, , report, code, windowsLog, laneCode] = process.argv;
/** What .ci/windows ends with where the lane cannot be set up, and what `timeout` makes of one that takes too long. */
const laneNotRun = ['75', '124', '137'];

const here = readReport();
const windows = readLane();
const shown = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
console.log(`Here: ${shown(here)}`);
console.log(`Windows lane: ${laneNotRun.includes(laneCode) ? 'not run' : shown(windows)}`);
const total = {
  passed: here.passed + windows.passed,
  failed: here.failed + windows.failed,
  skipped: here.skipped + windows.skipped,
};
console.log(shown(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function readReport() {
  const atLeast = code === '0' ? 0 : 1;
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = Math.max(numFailedTests, atLeast);
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    // The run ended before its report was written: the code says that it failed.
    return { passed: 0, failed: Math.max(1, atLeast), skipped: 0 };
  }
}

function readLane() {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  if (laneNotRun.includes(laneCode)) return nothing;
  const lines = readFileSync(windowsLog, 'utf8').trim().split('\n');
  const [, passed, failed, skipped] = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(lines.at(-1) ?? '') ?? [];
  if (passed === undefined) return { ...nothing, failed: 1 };
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}
