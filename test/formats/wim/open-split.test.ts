import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormatErrorCode } from '../../../src/formats/format-error.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { openSplitWim } from '../../../src/formats/wim/open-split.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { LONG, MemoryFile, sampleWim } from './sample-wim.ts';
import { solidWim } from './solid-wim.ts';
import { splitSet } from './split-set.ts';
import { listFolder, makeFolder, runWimlib, wimlib } from './wimlib.ts';

const samples = requires.shared('wim-samples');
const refused = (code: FormatErrorCode) => expect.objectContaining({ name: 'FormatError', code });

describe.each([
  ['stored', sampleWim()],
  ['compressed', sampleWim({ compression: 'XPRESS' }, { integrity: true })],
  ['solid', solidWim()],
])('a split set of %s content', (_, whole) => {
  it('is read as one file', () => {
    const parts = splitSet(whole);
    const alone = openWim(parts[1] ?? whole, newDigest);

    const wim = openSplitWim(parts, newDigest);

    expect(alone.blobs.size).toBeLessThan(wim.blobs.size);
    expect(wim.blobs.size).toBe(openWim(whole, newDigest).blobs.size);
    expect(wim.header).toMatchObject({ partNumber: 1, totalParts: 2 });
    expect(wim.tree(1).missingContents).toBe(0);
    expect(wim.readAll(wim.tree(1).find('\\Windows\\System32\\kernel32.dll')?.sha1 ?? '', 1e6)).toEqual(LONG);
    expect([...wim.verify()].every(({ ok }) => ok)).toBe(true);
    expect(() => alone.tree(1)).toThrow(refused('split'));
  });
});

describe('a set that is not whole', () => {
  const parts = splitSet(sampleWim());
  const [second = new MemoryFile(), first = new MemoryFile()] = parts;
  const changed = (at: number, ...values: number[]) => {
    const file = new MemoryFile(second.bytes());
    file.writeAt(at, Uint8Array.from(values));
    return new MemoryFile(file.bytes());
  };

  it.each<[string, MemoryFile[], FormatErrorCode]>([
    ['no parts', [], 'split'],
    ['the first part alone', [first], 'split'],
    ['the second part alone', [second], 'split'],
    ['a part that is there twice', [first, second, second], 'split'],
    ['a part of another set', [first, changed(0x18, 1)], 'split'],
    ['a part of a set with three parts', [first, changed(0x2a, 3)], 'split'],
    ['a part of another compression', [first, changed(0x10, 0x02, 0, 0x02, 0, 0, 0x80)], 'corrupt'],
    ['a part with other images', [first, changed(0x2c, 2)], 'corrupt'],
    ['a file of another kind', [first, new MemoryFile(new Uint8Array(300))], 'not-recognised'],
  ])('is refused: %s', (_, files, code) => {
    expect(() => openSplitWim(files, newDigest)).toThrow(refused(code));
  });
});

it('takes a file that is not split as a set of one', () => {
  const wim = openSplitWim([sampleWim()], newDigest);

  expect(wim.tree(1).root.children.length).toBeGreaterThan(0);
});

it('reports a resource that runs beyond its part', () => {
  const [second = new MemoryFile(), first = new MemoryFile()] = splitSet(sampleWim());
  const wim = openSplitWim([new MemoryFile(first.bytes()), second], newDigest);
  const inFirst = [...wim.blobs.values()].find((blob) => !blob.metadata && blob.offset < first.size);
  const bytes = Buffer.from(first.bytes());
  const table = Number(bytes.readBigUInt64LE(0x38));
  for (let at = table; at < table + Number(bytes.readBigUInt64LE(0x40)); at += 50) {
    if (bytes.toString('hex', at + 30, at + 50) === inFirst?.sha1) bytes.writeUInt32LE(first.size - 3, at + 8);
  }

  const checks = [...openSplitWim([new MemoryFile(bytes), second], newDigest).verify()];

  expect(checks.find(({ ok }) => !ok)).toMatchObject({
    sha1: inFirst?.sha1,
    reason: expect.stringContaining('beyond'),
  });
});

it.skipIf(anyMissing(samples))(titled('reads a real set, which is no set without its second part', samples), () => {
  const part = (name: string) => new MemoryFile(readFileSync(join(samples.path, name)));
  const wim = openSplitWim([part('Split2.swm'), part('Split.swm')], newDigest);

  expect(wim.images).toHaveLength(1);
  expect(wim.tree(1).missingContents).toBe(0);
  expect([...wim.verify()].filter(({ ok }) => !ok)).toEqual([]);
  expect(() => openSplitWim([part('Split.swm')], newDigest)).toThrow(refused('split'));
});

it.skipIf(anyMissing(wimlib)).each([['LZX:20'], ['LZMS']])(
  titled('reads what wimlib has split: %s', wimlib),
  (compression) => {
    const area = mkdtempSync(join(tmpdir(), 'imgupdate-wim-'));
    mkdirSync(join(area, 'parts'));
    makeFolder(join(area, 'folder'), 21);
    runWimlib('capture', join(area, 'folder'), join(area, 'a.wim'), `--compress=${compression}`);
    runWimlib('split', join(area, 'a.wim'), join(area, 'parts', 'a.swm'), '0.1', '--check');
    const parts = readdirSync(join(area, 'parts')).map(
      (name) => new MemoryFile(readFileSync(join(area, 'parts', name))),
    );
    const wim = openSplitWim(parts, newDigest);
    const expected = listFolder(join(area, 'folder'));

    expect(parts.length).toBeGreaterThan(3);
    for (const { path, entry } of wim.tree(1).walk()) {
      if (!entry.reparsePoint) expect(entry.sha1, path).toBe(expected.get(path)?.sha1);
    }
    expect([...wim.verify()].filter(({ ok }) => !ok)).toEqual([]);
    expect([...wim.integrity()].filter(({ ok }) => !ok)).toEqual([]);
    expect([...wim.integrity()].length).toBe(parts.length);
    rmSync(area, { recursive: true });
  },
);
