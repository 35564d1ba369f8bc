import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWim } from '../../../src/formats/wim/open.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { MemoryFile } from './sample-wim.ts';

const samples = requires.shared('wim-samples');

function open(name: string) {
  return openWim(new MemoryFile(readFileSync(join(samples.path, name))), newDigest);
}

describe.skipIf(anyMissing(samples))(titled('real sample files that are good', samples), () => {
  it.each([
    ['BootLZX.wim', 'LZX', 1, [5, 10]],
    ['BootXPRESS.wim', 'XPRESS', 1, [5, 10]],
    ['LZX.wim', 'LZX', 0, [5, 10]],
    ['XPRESS.wim', 'XPRESS', 0, [5, 10]],
    ['LZMS.wim', 'LZMS', 0, [5, 10]],
    ['VerifySuccess.wim', 'LZX', 0, [5, 10]],
    ['MultiImage.wim', 'LZX', 0, [2, 3, 2, 3, 2, 4]],
    ['osd-setupspecialize.ppkg', 'XPRESS', 0, [7, 7]],
    ['wimlib-empty_dacl.wim', 'none', 0, [1, 1]],
    ['wimlib-linux_xattrs_old.wim', 'none', 0, [1, 1]],
    ['wimlib-longpaths.wim', 'XPRESS', 0, [202, 2]],
  ])('%s', (name, compression, bootIndex, counts) => {
    const wim = open(name);
    const trees = wim.images.map((image) => wim.tree(image.index));

    expect(wim.header).toMatchObject({ compression, bootIndex });
    expect(trees.flatMap((tree) => [tree.directoryCount, tree.fileCount])).toEqual(counts);
    expect(trees.map((tree) => [...tree.walk()].length + 1)).toEqual(
      trees.map((tree) => tree.directoryCount + tree.fileCount),
    );
    expect([...wim.verify()].filter((check) => !check.ok)).toEqual([]);
    expect([...wim.integrity()].filter((check) => !check.ok)).toEqual([]);
    for (const tree of trees) {
      for (const { entry } of tree.walk()) {
        if (entry.sha1 !== '') expect(wim.readAll(entry.sha1, 1 << 20)).toHaveLength(entry.size);
      }
    }
  });
});

describe.skipIf(anyMissing(samples))(titled('real sample files that are variants or damaged', samples), () => {
  it.each([
    ['Split.swm', 'split'],
    ['Split2.swm', 'split'],
    ['VerifyFail.wim', 'corrupt'],
    ['wimlib-cyclic.wim', 'corrupt'],
  ])('%s opens, and its tree is refused as %s', (name, code) => {
    const wim = open(name);

    expect(wim.images).toHaveLength(1);
    expect(() => wim.tree(1)).toThrow(expect.objectContaining({ name: 'FormatError', code }));
  });

  it.each([
    ['VerifyFail.wim', false],
    ['wimlib-corrupted_file_1.wim', undefined],
  ])('%s fails verification in one resource', (name, integrity) => {
    const wim = open(name);

    expect([...wim.verify()].filter((check) => !check.ok)).toHaveLength(1);
    expect([...wim.integrity()].map((check) => check.ok)).toEqual(integrity === undefined ? [] : [integrity]);
  });

  it('wimlib-duplicate_names.wim lists both names and marks the second', () => {
    const problems = open('wimlib-duplicate_names.wim')
      .tree(1)
      .root.children.map((entry) => entry.nameProblem);

    expect(problems).toContain('duplicate');
  });
});
