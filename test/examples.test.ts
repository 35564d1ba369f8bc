import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAirGap, makeRehearsalSite, type RehearsalSite } from '../examples/rehearsal-site.ts';
import { sha256 } from './helpers/month.ts';
import { anyMissing, requires, titled } from './helpers/requires.ts';
import { openScheduler } from './helpers/scheduler.ts';

const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const pwsh = requires.tool('pwsh');
const stub = requires.schedulerStub();
/** Windows runs no script file of its own accord. */
const allowed = process.platform === 'win32' ? ['-ExecutionPolicy', 'Bypass'] : [];

let folder: string;
let site: RehearsalSite;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-examples-'));
  site = makeRehearsalSite(folder, () => undefined);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

function run(program: string, args: string[], env: Record<string, string> = {}): { code: number | null; text: string } {
  const result = spawnSync(program, args, {
    env: { ...process.env, ...site.env, IMGUPDATE_NODE: process.execPath, NO_COLOR: '1', ...env },
    encoding: 'utf8',
    windowsHide: true,
  });
  return { code: result.status, text: `${result.stdout}${result.stderr}` };
}

describe('the demo', () => {
  const without = requires.noPowerShell();
  it.skipIf(anyMissing(without))(
    titled('does the month through the command line without one, and says so', without),
    () => {
      const { code, text } = run(process.execPath, [join(examples, 'demo.ts')], { PATH: dirname(process.execPath) });

      expect(text).toContain('no PowerShell on this machine');
      expect(text).toMatch(/26100\.4349\s+26100\.7462\s+26100\.7462/);
      expect(text).toContain('This was a rehearsal');
      expect(code).toBe(0);
    },
  );

  it.skipIf(anyMissing(pwsh))(titled('types the cmdlets where there is a pwsh', pwsh), () => {
    const { code, text } = run(process.execPath, [join(examples, 'demo.ts')]);

    expect(text).toContain("PS> Get-ImgImage 'Windows 11 Enterprise' | Get-ImgInstalledUpdate");
    expect(text).toMatch(/26100\.4349\s+26100\.7462\s+26100\.7462/);
    expect(text).toMatch(/chosen\s+KB5072033/);
    expect(text).not.toContain('WARNING');
    expect(code).toBe(0);
  });
});

describe('the numbered examples', () => {
  it('are each run by a test', () => {
    const numbered = readdirSync(examples).filter((name) => /^\d\d-/.test(name));

    expect(numbered).toEqual([
      '01-ask.ps1',
      '02-pipe.ps1',
      '03-later.ps1',
      '04-json-rpc.ts',
      '05-air-gap.ps1',
      '06-current.ps1',
      '07-distribute.ps1',
      '08-forget.ps1',
    ]);
  });

  it.skipIf(anyMissing(pwsh)).each([
    ['01-ask.ps1', /KB5060842[\s\S]*chosen\s+KB5072033[\s\S]*KB5068861/],
    ['02-pipe.ps1', /Succeeded[\s\S]*26100\.7462[\s\S]*26100\.4349/],
    ['03-later.ps1', /Scheduled\s+2099-12-10[\s\S]*22:00Z/],
  ])(titled('%s', pwsh), (name, expected) => {
    const { code, text } = run('pwsh', ['-NoProfile', '-NonInteractive', ...allowed, '-File', join(examples, name)]);

    expect(text).toMatch(expected);
    expect(code).toBe(0);
  });

  it.skipIf(anyMissing(pwsh))(titled('05-air-gap.ps1', pwsh), () => {
    const { packages, image } = makeAirGap(join(folder, 'air-gap'));
    const { code, text } = run('pwsh', [
      ...['-NoProfile', '-NonInteractive', ...allowed, '-File', join(examples, '05-air-gap.ps1')],
      ...['-PackageFolder', packages, '-ImageFile', image, '-Work', join(folder, 'air-gap')],
    ]);

    expect(text).toMatch(/Contents\s+: 2\s+Copied\s+: 3/);
    expect(text).toMatch(/Copied\s+: 2/);
    expect(text).toMatch(/5072033\s+26100\.7462/);
    expect(text).toMatch(/26100\.4349\s+26100\.7462\s+26100\.7462/);
    expect(text).toMatch(/Copied\s+: 0\s+LeftOut\s+: 3/);
    expect(code).toBe(0);
  });

  it.skipIf(anyMissing(pwsh))(titled('06-current.ps1', pwsh), () => {
    const { packages, image } = makeAirGap(join(folder, 'current'));
    const { code, text } = run(
      'pwsh',
      [
        ...['-NoProfile', '-NonInteractive', ...allowed, '-File', join(examples, '06-current.ps1')],
        ...['-ImageFile', image, '-Type', 'Folder', '-Path', packages],
      ],
      { IMGUPDATE_SITE: join(folder, 'current', 'site') },
    );

    expect(text).toMatch(/5072033\s+26100\.7462/);
    expect(text).toMatch(/26100\.4349\s+26100\.7462\s+26100\.7462/);
    expect(code).toBe(0);
  });

  it.skipIf(anyMissing(pwsh, stub))(titled('08-forget.ps1', pwsh, stub), () => {
    const scheduler = openScheduler();
    try {
      const file = join(examples, '08-forget.ps1');
      const { code, text } = run('pwsh', ['-NoProfile', '-NonInteractive', ...allowed, '-File', file], scheduler.env);

      expect(code, text).toBe(0);
      expect(text).toMatch(
        /ImgUpdate\s+Ready\s+5 min\s+(?:True|False)[\s\S]*starts\s+a\s+worker\s+every\s+5\s+minutes/,
      );
      const told = Object.keys(process.platform === 'win32' ? scheduler.tasks() : scheduler.units());
      // Only the timers of root wake the computer.
      const wakes = process.platform === 'win32' || process.getuid?.() === 0;
      expect(told).toHaveLength((process.platform === 'win32' ? 1 : 2) + (wakes ? 1 : 0));
    } finally {
      scheduler.remove();
    }
  });

  it.skipIf(anyMissing(pwsh))(titled('07-distribute.ps1', pwsh), () => {
    const work = join(folder, 'distribute');
    const { code, text } = run('pwsh', [
      ...['-NoProfile', '-NonInteractive', ...allowed, '-File', join(examples, '07-distribute.ps1'), '-Work', work],
    ]);

    expect(text).toMatch(/Windows 11 Enterprise\s+\d+\s+1\s+1\s+0\s+0\s+0/);
    expect(text).toMatch(/Windows 11 Enterprise\s+\d+\s+26100\.\d+\s+copied/);
    expect(text).toMatch(/Windows 11 Enterprise\s+26100\.\d+\s+Saved/);
    const digests = ['north', 'cache', 'client'].map((place) => sha256(join(work, place, 'Windows 11 Enterprise.wim')));
    expect(new Set(digests).size).toBe(1);
    expect(code).toBe(0);
  });

  it('04-json-rpc.ts', () => {
    const { code, text } = run(process.execPath, [join(examples, '04-json-rpc.ts')]);

    expect(text).toContain('26100.7462  2025-12 Cumulative Update for Windows 11 Version 24H2 for x64');
    expect(code).toBe(0);
  });
});
