/** What docs/emulator.md says is what the emulator does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { commands } from '../../src/emulator/commands/index.ts';
import { disk } from '../../src/emulator/disk.ts';
import { faultsFor, readFaultPlan } from '../../src/emulator/faults.ts';
import { machineOf } from '../../src/emulator/machine.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/emulator.md', import.meta.url)), 'utf8');

it('names every command', () => {
  for (const { names } of commands) expect(text).toContain(`/${names[0]}`);
});

it('gives a plan of faults that can be read and strikes where it says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-docs-'));
  const path = join(folder, 'faults.json');
  writeFileSync(path, /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');

  const plan = readFaultPlan(disk, path);

  expect(faultsFor(plan, 'add-package', () => 0).at({ caption: '', percent: 100 })?.code).toBe('0x800f0823');
  expect(faultsFor(plan, 'add-package', () => 1).at({ caption: '', percent: 100 })).toBeUndefined();
  expect(faultsFor(plan, 'unmount-image', () => 1).has('partial-unmount')).toBe(true);
  expect(faultsFor(plan, 'export-image', () => 0).bars('Exporting image')).toEqual([12, 12, 99.5]);
  rmSync(folder, { recursive: true });
});

it('refuses a machine that cannot be', () => {
  expect(machineOf({})).toMatchObject({ version: '10.0.26100.5074', culture: 'en-US' });
  expect(() => machineOf({ IMGUPDATE_DISM_VERSION: '10' })).toThrow('is no version');
  expect(() => machineOf({ IMGUPDATE_DISM_CULTURE: 'no culture' })).toThrow('is no culture');
  expect(() => machineOf({ IMGUPDATE_DISM_DRIVES: 'c:' })).toThrow('is no letters');
});
