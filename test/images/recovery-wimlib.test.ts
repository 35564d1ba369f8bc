import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRehearsalImage } from '../../src/emulator/make-image.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import { openImageFile } from '../../src/images/library/open-image.ts';
import { realPorts } from '../../src/ports/index.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const wimlib = requires.tool('wimlib-imagex');
const ports = realPorts({});

let folder: string;
let made: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
  made = join(folder, 'made.wim');
  const sink = ports.files.sink(made);
  const index = {
    name: 'Windows 11 Enterprise',
    edition: 'Enterprise',
    installationType: 'Client',
    release: '24H2',
    build: 26100,
    revision: 4349,
    architecture: 'x64',
    language: 'en-US',
    winre: true,
  } as const;
  makeRehearsalImage({ indexes: [index] }, { sink, newDigest: ports.newDigest });
  sink.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(anyMissing(wimlib))(titled('the recovery image inside a file that wimlib compressed', wimlib), () => {
  it.each([
    ['LZX', ['--compress=LZX']],
    ['LZX in large chunks', ['--compress=LZX', '--chunk-size=2M']],
    ['LZMS', ['--compress=LZMS']],
    ['LZMS, solid', ['--solid']],
  ])('%s', (name, options) => {
    const path = join(folder, `${name}.wim`);
    execFileSync(wimlib.path, ['export', made, '1', path, ...options], { stdio: 'ignore' });
    const image = openImageFile(ports, path);
    try {
      const { newDigest } = ports;
      const { indexes } = inspectImage(image.wim, { path, size: 0, packages: true, winre: { newDigest } });

      expect(indexes[0]?.winre).toMatchObject({
        indexes: [
          {
            edition: 'WindowsPE',
            revision: '26100.4349',
            packages: [{ name: 'Package_for_RollupFix' }, { name: 'WinPE-Rejuv-Package' }],
          },
        ],
        warnings: [],
      });
    } finally {
      image.close();
    }
  });
});
