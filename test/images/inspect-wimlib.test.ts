import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import { listFiles } from '../../src/images/files.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { hivePath, manifestPath, type SampleFiles, softwareHive, windows11Values } from './sample-image.ts';

const wimlib = requires.tool('wimlib-imagex');
const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4349.1.8';

const files: SampleFiles = {
  [hivePath]: softwareHive(windows11Values, { [rollup]: { state: 112 } }),
  [manifestPath(rollup)]: 'x',
  '\\Users\\Jürgen\\Datei mit Leerzeichen.txt': 'x'.repeat(70_000),
};

it.skipIf(anyMissing(wimlib)).each(['none', 'XPRESS', 'LZX'])(
  titled('sees in an image that wimlib made with %s what was put in', wimlib),
  (compression) => {
    const inspection = withWimlibImage(compression, (wim) => inspectImage(wim, { path: '', size: 0, packages: true }));

    // wimlib takes the XML's facts from the hive by itself where it was built to; the registry decides either way.
    expect(inspection.indexes).toMatchObject([
      {
        name: 'made by wimlib',
        family: 'Windows 11',
        release: '24H2',
        revision: '26100.4349',
        packages: [{ identity: rollup, state: 'Installed' }],
      },
    ]);
    expect(inspection.format.compression).toBe(compression);
    expect(inspection.warnings).toEqual([]);
  },
);

it.skipIf(anyMissing(wimlib))(titled('lists the paths that wimlib lists', wimlib), () => {
  const listed = withWimlibImage('LZX', (wim, file) => {
    const theirs = execFileSync('wimlib-imagex', ['dir', file, '1'], { encoding: 'utf8' });
    return { ours: listFiles(wim, 1).map(({ path }) => path), theirs: theirs.split('\n') };
  });

  const theirs = listed.theirs.filter((path) => path.length > 1).map((path) => path.replaceAll('/', '\\'));
  expect(listed.ours).toEqual(theirs.sort());
});

it.skipIf(anyMissing(wimlib))(
  titled('refuses an image whose manifests lie in the file that it builds on', wimlib),
  () => {
    const delta = withWimlibImage('LZX', (_wim, file) => {
      const tree = join(dirname(file), 'changed');
      const rest = [manifestPath(rollup), hivePath];
      for (const path of rest) {
        mkdirSync(dirname(join(tree, ...path.split('\\'))), { recursive: true });
        writeFileSync(join(tree, ...path.split('\\')), files[path] ?? '');
      }
      writeFileSync(join(tree, ...hivePath.split('\\')), softwareHive(windows11Values, {}));
      const path = `${file}.delta`;
      execFileSync('wimlib-imagex', ['capture', tree, path, 'changed', `--delta-from=${file}`], { stdio: 'ignore' });
      return readFileSync(path);
    });

    const wim = openWim(arraySource(delta), newDigest);
    expect(() => inspectImage(wim, { path: '', size: 0, packages: true })).toThrow(
      expect.objectContaining({ code: 'delta' }),
    );
  },
);

function withWimlibImage<Result>(
  compression: string,
  use: (wim: ReturnType<typeof openWim>, file: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-image-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, 'tree', ...path.split('\\'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const wim = join(folder, 'image.wim');
    execFileSync('wimlib-imagex', [
      'capture',
      join(folder, 'tree'),
      wim,
      'made by wimlib',
      `--compress=${compression}`,
    ]);
    return use(openWim(arraySource(readFileSync(wim)), newDigest), wim);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
