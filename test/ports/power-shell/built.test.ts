import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { emulatorFile, engineFile } from '../../helpers/built-engine.ts';

const built = join(dirname(engineFile), 'imgupdate.powershell.cjs');
const fakeHost = fileURLToPath(new URL('./fake-host.ts', import.meta.url));

it('is a part of the build that no command loads before it asks', () => {
  for (const file of [engineFile, emulatorFile]) {
    const engine = readFileSync(file.replace(/\.cjs$/, '.bundle.cjs'), 'utf8');

    expect(engine).toContain('imgupdate.powershell.cjs');
    expect(engine).not.toContain('invocationTimeout');
  }
});

it('writes nothing to the output of the engine, whatever DEBUG says, and takes its program from nowhere else', () => {
  // A host alone does not keep its engine alive.
  const script = `setInterval(() => {}, 1000);
    const { openShell } = require(process.argv[1]);
    const candidate = { program: process.execPath, leading: [process.argv[2], 'answers'] };
    openShell(candidate, { limit: 1000 }).say(["[Console]::Out.WriteLine('a' + ' done')"], 'a done').then(({ ended }) => {
      console.log(ended ?? 'it lives');
      process.exit();
    });`;

  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script, built, fakeHost], {
    env: { ...process.env, DEBUG: '*', NODE_POWERSHELL: '/nowhere/pwsh' },
    encoding: 'utf8',
  });

  expect({ stdout, stderr: stderr.replace(/^Warning: Ignoring extra certs.*\n/m, '') }).toEqual({
    stdout: 'it lives\n',
    stderr: '',
  });
});
