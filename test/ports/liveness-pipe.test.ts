import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { livenessPipeExists, openLivenessPipe } from '../../src/ports/liveness-pipe.ts';

/** A named pipe on Windows; elsewhere a socket in a folder behaves as one, and stays behind when its process dies. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-pipe-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const pathOf = (name: string): string =>
  process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(folder, name.slice(0, 40));

it('is there as long as its process lives', async () => {
  const nonce = await openLivenessPipe(pathOf);

  const seen = await Promise.all(Array.from({ length: 20 }, () => livenessPipeExists(process.pid, nonce, pathOf)));

  expect(new Set(seen)).toEqual(new Set([true]));
  expect(
    await livenessPipeExists(
      process.pid,
      nonce.replace(/./, (digit) => (digit === '0' ? '1' : '0')),
      pathOf,
    ),
  ).toBe(false);
});

it('is gone when its process was killed, and does not keep it alive before', async () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../src/ports/liveness-pipe.ts')).href;
  const script = `const { openLivenessPipe } = await import(${JSON.stringify(module)});
    const folder = ${JSON.stringify(folder)};
    const pathOf = (name) => process.platform === 'win32' ? '\\\\\\\\.\\\\pipe\\\\' + name : folder + '/' + name.slice(0, 40);
    console.log(await openLivenessPipe(pathOf));
    if (process.argv[1] === 'stay') setInterval(() => {}, 1000);`;
  const start = (...args: string[]) => spawn(process.execPath, ['--input-type=module', '-e', script, ...args]);
  const child = start('stay');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const nonce = await new Promise<string>((resolve) =>
    child.stdout.once('data', (bytes) => resolve(String(bytes).trim())),
  );

  expect(await livenessPipeExists(child.pid ?? 0, nonce, pathOf)).toBe(true);
  child.kill('SIGKILL');
  await gone;
  expect(await livenessPipeExists(child.pid ?? 0, nonce, pathOf)).toBe(false);

  expect(await new Promise((resolve) => start().once('exit', resolve))).toBe(0);
});
