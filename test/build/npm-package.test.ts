import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = requires.tool('npm');
const onWindows = process.platform === 'win32';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-npm-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With the Node of this test first on PATH, as on a machine where it is installed. */
function run(program: string, ...args: string[]) {
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env['PATH']}`;
  const env = { ...process.env, PATH, IMGUPDATE_SITE: join(folder, 'site') };
  return spawnSync(program, args, { cwd: root, env, encoding: 'utf8', shell: onWindows });
}

describe('the npm package', () => {
  it.skipIf(anyMissing(npm))(titled('holds the engine and its licences, no node.exe and no .nupkg', npm), () => {
    // The programs are built already, and building them again would disturb the tests that use them.
    const { status, stdout } = run('npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    const packed = JSON.parse(stdout);
    const { files, size } = Array.isArray(packed) ? packed[0] : Object.values(packed)[0];
    const paths: string[] = files.map(({ path }: { path: string }) => path);

    expect(status).toBe(0);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/launch-imgupdate.cjs',
        'dist/imgupdate.bundle.cjs',
        'dist/licences/yargs@18.2.0.txt',
        'LICENSE',
      ]),
    );
    expect(paths.filter((path) => /\.nupkg$|node\.exe$|^(src|test|powershell|node_modules)\//.test(path))).toEqual([]);
    expect(size).toBeLessThan(2 * 1024 * 1024);
  });

  it.skipIf(anyMissing(npm))(
    titled('installs without the network and without a warning, and its command works', npm),
    () => {
      const prefix = join(folder, 'prefix');
      const file = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
      const installed = run(
        'npm',
        'install',
        '--global',
        '--prefix',
        prefix,
        '--offline',
        '--omit=optional',
        join(folder, file),
      );
      const bin = onWindows ? join(prefix, 'imgupdate.cmd') : join(prefix, 'bin', 'imgupdate');

      const { status, stdout } = run(bin, 'site', 'show');

      expect({ status: installed.status, stderr: installed.stderr }).toEqual({ status: 0, stderr: '' });
      expect(existsSync(bin)).toBe(true);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ folder: join(folder, 'site') });
    },
  );
});
