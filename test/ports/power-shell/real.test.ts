/** The scripts in a real PowerShell, on Linux and on Windows. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findPowerShell, powerShell } from '../../../src/ports/power-shell/index.ts';
import type { Script } from '../../../src/ports/power-shell/power-shell.ts';
import { scripts } from '../../../src/ports/power-shell/scripts/index.ts';
import { processLives } from '../../../src/ports/power-shell/scripts/process-lives.ts';
import { writeDisc } from '../../../src/ports/power-shell/scripts/write-disc.ts';
import { anyMissing, type Requirement, requires, titled } from '../../helpers/requires.ts';

const found = await findPowerShell();
const pwsh: Requirement = {
  available: found !== undefined,
  reason: 'no PowerShell answers on this machine',
  path: found?.program ?? 'pwsh',
};

const windows: Requirement = {
  available: process.platform === 'win32',
  reason: 'processes are noted in this way on Windows alone',
  path: '',
};

const elsewhere = requires.notWindows();

afterAll(() => powerShell.end());

const echo: Script<unknown, unknown[]> = {
  name: 'echo',
  text: 'param($Value) $Value.items',
  bound: 60_000,
  repeatable: true,
  read: (items) => items,
};

describe.skipIf(anyMissing(pwsh))(titled('a real PowerShell', pwsh), () => {
  it('says which it is', async () => {
    expect(await powerShell.found()).toEqual({
      program: found?.program,
      version: expect.stringMatching(/^[5-9]\.\d+/),
      edition: expect.stringMatching(/^(Core|Desktop)$/),
    });
  });

  it.each<[string, unknown[]]>([
    ['texts of all kinds', ['Grüße', `"'\`$(exit)\${env:PATH}%PATH%`, '\u2028\u{1f4be}\r\n\t', '', ' ', "'; exit; '"]],
    ['numbers and truth', [0, -1, 9007199254740991, 1.5, true, false]],
    ['objects with lists in them', [{ a: [1, [2, { b: 'ü' }]], empty: [], none: null }]],
    ['nothing', []],
    ['one', ['one']],
    ['much', ['ä'.repeat(1_000_000)]],
  ])('gets and gives back %s', async (_what, items) => {
    expect(await powerShell.ask(echo, { items })).toEqual(items);
  });

  const title = 'compiles what saves a disc, and stops where there is no IMAPI';
  it.skipIf(anyMissing(elsewhere))(titled(title, elsewhere), async () => {
    const wish = { folder: '/none', out: '/none/a.iso', label: 'A', boot: [] };

    const problem = await powerShell.ask(writeDisc, wish).catch((error: unknown) => error);

    // The code in it is compiled before anything of Windows is asked for.
    expect(problem).toMatchObject({ id: 'ImgPowerShellFailed', message: expect.stringMatching(/ComObject/) });
  });

  it('takes nothing that a script prints for its answer', async () => {
    const noisy = `param($Value)
      [Console]::Out.WriteLine('0123456789abcdef 1 eyJpdGVtcyI6W119')
      [Console]::Error.WriteLine('error'); Write-Warning 'warning'; Write-Host 'host'; 'answer'`;

    expect(await powerShell.ask({ ...echo, text: noisy }, null)).toEqual(['answer']);
  });

  it('tells the error of a script, and goes on', async () => {
    const failing = { ...echo, name: 'fail', text: "param($Value) throw 'Ein Fehler: ü'" };

    await expect(powerShell.ask(failing, null)).rejects.toMatchObject({
      id: 'ImgPowerShellFailed',
      message: 'PowerShell could not answer "fail": Ein Fehler: ü',
    });
    expect(await powerShell.ask(echo, { items: [1] })).toEqual([1]);
  });

  it('is started again when a script ended it', async () => {
    const ending = { ...echo, text: 'param($Value) [Environment]::Exit(7)', repeatable: false };

    await expect(powerShell.ask(ending, null)).rejects.toMatchObject({ id: 'ImgPowerShellEnded' });
    expect(await powerShell.ask(echo, { items: [1] })).toEqual([1]);
  });

  it('can read each of the fixed scripts', async () => {
    const reading = `param($Value)
      foreach ($each in $Value.texts) {
        $errors = $null
        $null = [Management.Automation.Language.Parser]::ParseInput($each, [ref]$null, [ref]$errors)
        $errors | ForEach-Object { $_.Message }
      }`;

    const texts = scripts.map(({ text }) => text);
    expect(await powerShell.ask({ ...echo, text: reading }, { texts: ['param($Value) if ('] })).not.toEqual([]);
    expect(await powerShell.ask({ ...echo, text: reading }, { texts })).toEqual([]);
  });

  it('ends with the engine, however that ends', async () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../../src/ports/power-shell/index.ts')).href;
    const script = `const { powerShell } = await import(${JSON.stringify(module)});
      const text = 'param($Value) $PID';
      const pid = await powerShell.ask({ name: '', text, bound: 60000, repeatable: true, read: ([item]) => item }, null);
      console.log(pid);
      if (process.argv[1] === 'stay') setInterval(() => {}, 1000);`;
    for (const [word, signal] of [['stay', 'SIGKILL'] as const, ['leave', undefined] as const]) {
      const engine = spawn(process.execPath, ['--input-type=module', '-e', script, word]);
      const gone = new Promise((resolve) => engine.once('exit', resolve));
      const pid = Number(await new Promise((resolve) => engine.stdout.once('data', resolve)));
      if (signal !== undefined) engine.kill(signal);
      await gone;

      await expect.poll(() => isInUse(pid), { timeout: 60_000 }).toBe(false);
    }
  });
});

describe.skipIf(anyMissing(pwsh, windows))(titled('a process as it was noted', pwsh, windows), () => {
  const epoch = 11_644_473_600_000;
  const fileTime = (milliseconds: number): string => String(BigInt(milliseconds + epoch) * 10_000n);

  it('is found and ended by id, time of start and name; no other is', async () => {
    const from = Date.now() - 1_000;
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const to = Date.now() + 1_000;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const noted = {
      pid: child.pid ?? 0,
      program: 'node.exe',
      startedFrom: fileTime(from),
      startedTo: fileTime(to),
    };
    const ask = (change: Partial<typeof noted>, end: boolean): Promise<boolean> =>
      powerShell.ask(processLives, { ...noted, ...change, end });

    expect(await ask({}, false)).toBe(true);
    for (const change of [
      { startedFrom: fileTime(to), startedTo: fileTime(to + 5_000) },
      { startedFrom: fileTime(0), startedTo: fileTime(from) },
      { program: 'dism.exe' },
    ]) {
      expect(await ask(change, true)).toBe(false);
      expect(isInUse(noted.pid)).toBe(true);
    }
    expect(await ask({}, true)).toBe(false);
    await gone;
    expect(await ask({}, true)).toBe(false);
  });
});

function isInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
