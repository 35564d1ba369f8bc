'use strict';

// Prints what the lane's reports say: failures with their messages, tests that did not run with their reasons, and the
// closing line. Usage: node summary.cjs RESULTS CODE; CODE is what the runs inside ended with.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const [, , folder, code] = process.argv;
const passed = { vitest: 0, Pester: 0, demo: 0 };
const failures = [];
const reasons = new Map();

function json(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function log(name) {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-40).join('\n') : '';
}

function notRun(title) {
  // The reason ends where its bracket closes: more of the title may follow.
  const reason = /\(not run[^:]*: ((?:[^()]|\([^()]*\))+)\)/.exec(title)?.[1] ?? `no reason given: ${title}`;
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}

const vitest = json('vitest.json');
if (vitest === undefined) failures.push(['vitest', `left no report\n${log('vitest.log')}`]);
for (const file of vitest?.testResults ?? []) {
  if (file.assertionResults.length === 0 && file.status === 'failed') failures.push([file.name, file.message]);
  for (const test of file.assertionResults) {
    if (test.status === 'passed') passed.vitest += 1;
    else if (test.status === 'failed') failures.push([test.fullName, test.failureMessages.join('\n')]);
    else notRun(test.fullName);
  }
}

const pesterRan = existsSync(join(folder, 'pester.log'));
const pester = json('pester.json');
if (pesterRan && pester === undefined) failures.push(['Pester', `left no report\n${log('pester.log')}`]);
for (const broken of pester?.broken ?? []) failures.push(['Pester', broken]);
for (const test of pester?.tests ?? []) {
  if (test.result === 'Passed') passed.Pester += 1;
  else if (test.result === 'Skipped') notRun(test.name);
  else failures.push([`Pester ${test.name}`, (test.messages ?? []).join('\n')]);
}

const demo = join(folder, 'demo.code');
if (existsSync(demo)) {
  if (readFileSync(demo, 'utf8').trim() === '0') passed.demo = 1;
  else failures.push(['the demo', log('demo.log')]);
}
if (failures.length === 0 && code !== '0') failures.push(['the lane', `ended with ${code}\n${log('vitest.log')}`]);

for (const [name, message] of failures) console.log(`FAILED on Windows: ${name}\n${message}\n`);
if (reasons.size > 0) console.log('Not run on Windows:');
for (const [reason, count] of [...reasons].sort()) console.log(`  ${count}: ${reason}`);
const skipped = [...reasons.values()].reduce((sum, count) => sum + count, 0);
console.log(`On Windows passed: vitest ${passed.vitest}, Pester ${passed.Pester}, demo ${passed.demo}`);
const total = passed.vitest + passed.Pester + passed.demo;
console.log(`${total} passed, ${failures.length} failed, ${skipped} skipped`);
process.exitCode = failures.length === 0 ? 0 : 1;
