/**
 * Runs all Pester files over dist/ImgUpdate (`npm test` builds it first) in one PowerShell, and reports every test that
 * failed. Where there is no PowerShell or no Pester, the title says that they did not run, and why.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { anyMissing, type Requirement, requires, titled } from './helpers/requires.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pwsh = requires.tool('pwsh');
const pester = pwsh.available ? powerShellModule('Pester', 5) : pwsh;
const analyzer = pwsh.available ? powerShellModule('PSScriptAnalyzer', 1) : pwsh;

interface Report {
  tests: { name: string; result: string; messages: string[] }[];
  broken: string[];
}

/** Milliseconds: under Windows' PowerShell in its lane all files take a quarter of an hour and more. */
const patience = process.platform === 'win32' ? 3_600_000 : 600_000;

describe('the PowerShell module', { timeout: patience }, () => {
  it.skipIf(anyMissing(pester))(titled('passes its Pester tests', pester), async () => {
    const { tests, broken } = await runPester();

    const failed = tests.filter(({ result }) => result !== 'Passed' && result !== 'Skipped');
    const messages = failed.map(({ name, messages }) => `${name}\n${messages.join('\n')}`);
    expect([...broken, ...messages].join('\n\n')).toBe('');
    const skipped = tests.filter(({ result }) => result === 'Skipped').map(({ name }) => name);
    for (const name of skipped) console.log(`Pester did not run ${name}`);
    console.log(`Pester: ${tests.length - failed.length - skipped.length} passed, ${failed.length} failed`);
    expect(skipped.filter((name) => !/\(not run .*?: .+\)/.test(name))).toEqual([]);
    expect(tests.length).toBeGreaterThan(700);
  });

  // The rules of the analyzer run side by side and now and then trip over each other, for the rest of their process.
  it.skipIf(anyMissing(analyzer))(titled('is clean for PSScriptAnalyzer', analyzer), { retry: 3 }, async () => {
    const { stdout } = await powerShell('-File', join(root, 'test/powershell/Invoke-Analyzer.ps1'));

    expect(stdout).toBe('');
  });
});

async function runPester(): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-pester-'));
  try {
    const result = join(folder, 'result.json');
    const script = join(root, 'test/powershell/Invoke-Tests.ps1');
    await powerShell('-File', script, '-ModulePath', join(root, 'dist/ImgUpdate'), '-Result', result);
    return JSON.parse(readFileSync(result, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** It may take minutes: the worker of vitest stays free to report. */
function powerShell(...args: string[]): Promise<{ stdout: string }> {
  return execa(pwsh.path, ['-NoProfile', '-NonInteractive', ...args], { env: { IMGUPDATE_NODE: process.execPath } });
}

function powerShellModule(name: string, major: number): Requirement {
  const ask = `(Get-Module -Name ${name} -ListAvailable | Where-Object { $_.Version.Major -ge ${major} }).Count`;
  const { stdout } = spawnSync(pwsh.path, ['-NoProfile', '-NonInteractive', '-Command', ask], { encoding: 'utf8' });
  const available = Number(stdout) > 0;
  return { available, reason: `the PowerShell module ${name} ${major} or newer is not installed`, path: name };
}
