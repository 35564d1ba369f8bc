/** What is said to reg.exe, by a real PowerShell with a program in its place; a real registry is asked on a real Windows. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPowerShell, powerShell } from '../../../src/ports/power-shell/index.ts';
import type { Script } from '../../../src/ports/power-shell/power-shell.ts';
import { loadedHives } from '../../../src/ports/power-shell/scripts/hives.ts';
import { windowsHives } from '../../../src/ports/windows-hives.ts';
import { anyMissing, type Requirement, requires, titled } from '../../helpers/requires.ts';

const found = await findPowerShell();
const pwsh: Requirement = { available: found !== undefined, reason: 'no PowerShell answers on this machine', path: '' };
const elsewhere = requires.notWindows();
const hives = windowsHives(powerShell);
const key = "{0b1c-4}C:/a b/it's $(exit) `n%PATH%/mount1/Windows/System32/config/SOFTWARE";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-hives-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => powerShell.end());

describe.skipIf(anyMissing(pwsh, elsewhere))(titled('a hive is unloaded', pwsh, elsewhere), () => {
  /** From now on the host believes that Windows lies in `folder`, where reg.exe is this. */
  async function reg(program: string): Promise<void> {
    mkdirSync(join(folder, 'System32'));
    writeFileSync(join(folder, 'System32', 'reg.exe'), `#!/bin/sh\n${program}\n`);
    chmodSync(join(folder, 'System32', 'reg.exe'), 0o755);
    const text = 'param($Value) $env:SystemRoot = $Value.folder';
    const move: Script<{ folder: string }, void> = {
      ...{ name: 'move', text, bound: 60_000, repeatable: true, read: () => undefined },
    };
    await powerShell.ask(move, { folder });
  }

  it('by its key, as one argument, whatever stands in it', async () => {
    await reg(`printf '%s\\n' "$@" > '${join(folder, 'told')}'`);

    await hives.unload(key);

    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe(`unload\nHKLM\\${key}\n`);
  });

  it('or the problem holds what reg.exe says', async () => {
    await reg('echo "ERROR: Access is denied." >&2; exit 1');

    await expect(hives.unload(key)).rejects.toMatchObject({
      ...{ id: 'ImgPowerShellFailed', message: expect.stringMatching(/"unload a hive": ERROR: Access is denied\.$/) },
    });
  });
});

it.skipIf(anyMissing(pwsh, elsewhere))(titled('a system without a registry has no list', pwsh, elsewhere), async () => {
  await expect(hives.loaded()).rejects.toMatchObject({ id: 'ImgPowerShellFailed' });
});

it('an answer of another form is none', () => {
  expect(loadedHives.read([{ key: 'SYSTEM', file: '' }])).toEqual([{ key: 'SYSTEM', file: '' }]);
  expect(() => loadedHives.read([{ key: 'SYSTEM' }])).toThrow('file is no text');
});
