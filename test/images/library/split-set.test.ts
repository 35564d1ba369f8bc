import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstParts, partHeader, partsOfSet } from '../../../src/images/library/split-set.ts';
import { nodeFiles } from '../../../src/ports/node-files.ts';
import { MemoryFile, sampleWim } from '../../formats/wim/sample-wim.ts';
import { splitSet } from '../../formats/wim/split-set.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a set under these names, part by part. */
function write(names: readonly string[], whole = sampleWim()): MemoryFile[] {
  const parts = splitSet(whole, names.length).reverse();
  for (const [index, name] of names.entries()) writeFileSync(join(folder, name), parts[index]?.bytes() ?? '');
  return parts;
}

function partsBy(name: string): string[] {
  const path = join(folder, name);
  const source = nodeFiles.source(path);
  try {
    return partsOfSet(nodeFiles, path, partHeader(source)).map((part) => basename(part));
  } finally {
    source.close();
  }
}

describe('the parts of a set', () => {
  it.each<[what: string, names: string[]]>([
    ['the usual names', ['install.swm', 'install2.swm', 'install3.swm']],
    ['a digit at the end of the name', ['w10.swm', 'w102.swm', 'w103.swm']],
    ['more than nine parts', ['a.swm', ...Array.from({ length: 11 }, (_, index) => `a${index + 2}.swm`)]],
    ['capitals', ['A.SWM', 'a2.swm', 'a3.Swm']],
    ['signs that mean something in patterns', ['a (1)+[x].swm', 'a (1)+[x]2.swm']],
    ['another extension', ['boot.wim', 'boot2.wim']],
    ['names without order', ['z.swm', 'b.swm', 'a.swm']],
  ])('are found in their order by any of them: %s', (_, names) => {
    write(names);

    for (const name of names) expect(partsBy(name)).toEqual(names);
  });

  it('are those of the usual names where a copy lies beside them', () => {
    const [, second = new MemoryFile()] = write(['install.swm', 'install2.swm']);
    writeFileSync(join(folder, 'a.swm'), second.bytes());

    expect(partsBy('install.swm')).toEqual(['install.swm', 'install2.swm']);
  });

  it('are no folders and no files of another kind', () => {
    write(['install.swm', 'install2.swm', 'install3.swm']);
    rmSync(join(folder, 'install2.swm'));
    mkdirSync(join(folder, 'install2.swm'));
    writeFileSync(join(folder, 'install3.swm'), 'words');

    expect(() => partsBy('install.swm')).toThrow(
      expect.objectContaining({
        id: 'ImgImageSplit',
        message: expect.stringMatching(/: install2\.swm, install3\.swm\.$/),
      }),
    );
  });
});

it('of the files of a folder, sets stand once, and what cannot be read stays', () => {
  write(['b.swm', 'b2.swm']);
  writeFileSync(join(folder, 'bad.swm'), 'words');
  const paths = ['a.wim', 'b.swm', 'b2.swm', 'bad.swm', 'none.swm'].map((name) => join(folder, name));

  expect(firstParts(nodeFiles, paths).map((path) => basename(path))).toEqual(['a.wim', 'b.swm', 'bad.swm', 'none.swm']);
});
