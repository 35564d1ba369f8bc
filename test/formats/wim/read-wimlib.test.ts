import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWim } from '../../../src/formats/wim/open.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { listFolder, makeFolder, openSource, runWimlib, wimlib } from './wimlib.ts';

const missing = anyMissing(wimlib);
const area = missing ? '' : mkdtempSync(join(tmpdir(), 'imgupdate-wim-'));
const folders = [join(area, 'first'), join(area, 'second')];

beforeAll(() => {
  if (missing) return;
  for (const [index, folder] of folders.entries()) {
    mkdirSync(folder);
    makeFolder(folder, 11 + index);
  }
  writeFileSync(join(area, 'second', 'only-in-second'), 'second');
});

afterAll(() => {
  if (!missing) rmSync(area, { recursive: true });
});

describe.each<[string, string[]]>([
  ['none', []],
  ['XPRESS', []],
  ['XPRESS', ['--chunk-size=4K']],
  ['XPRESS', ['--chunk-size=64K', '--check']],
  ['LZX:100', []],
  ['LZX:20', ['--chunk-size=64K', '--check']],
  ['LZX:50', ['--chunk-size=128K']],
  ['LZX:20', ['--chunk-size=2M']],
  ['LZMS', ['--check']],
  ['LZMS', ['--chunk-size=32K']],
  ['LZMS', ['--chunk-size=2M']],
  ['LZMS', ['--solid', '--check']],
  ['LZX', ['--solid', '--solid-compress=LZMS', '--solid-chunk-size=128K']],
  ['LZX', ['--solid', '--solid-compress=LZX', '--solid-chunk-size=64K']],
  ['XPRESS', ['--solid', '--solid-compress=XPRESS', '--solid-chunk-size=32K']],
])('a file that wimlib captured with %s %j', (compression, options) => {
  it.skipIf(missing)(titled('gives the same paths, sizes, links and bytes', wimlib), () => {
    const path = join(area, 'captured.wim');
    runWimlib('capture', folders[0] ?? '', path, 'First', `--compress=${compression}`, ...options);
    runWimlib('append', folders[1] ?? '', path, 'Second');
    const source = openSource(path);
    const wim = openWim(source, newDigest);

    expect(wim.images.map((image) => image.name)).toEqual(['First', 'Second']);
    for (const [place, folder] of folders.entries()) {
      const tree = wim.tree(place + 1);
      const expected = listFolder(folder);
      const seen = new Set<string>();
      for (const { path: at, entry } of tree.walk()) {
        const original = expected.get(at);
        seen.add(at);
        expect(entry.nameProblem, at).toBe('');
        expect([entry.directory, entry.reparsePoint], at).toEqual([
          original?.kind === 'directory',
          original?.kind === 'link',
        ]);
        if (original?.kind !== 'file') continue;
        expect([entry.size, entry.sha1, entry.linkCount], at).toEqual([original.size, original.sha1, original.links]);
        if (entry.size === 0) continue;
        const content = wim.readAll(entry.sha1, entry.size);
        expect(createHash('sha1').update(content).digest('hex'), at).toBe(original.sha1);
      }
      expect(seen).toEqual(new Set(expected.keys()));
      expect(tree.find('\\link-to-file')?.reparseTag).toBe(0xa000_000c);
      expect(wim.images[place]).toMatchObject({ directoryCount: tree.directoryCount, fileCount: tree.fileCount });
    }
    expect([...wim.verify()].filter((check) => !check.ok)).toEqual([]);
    expect([...wim.integrity()].every((check) => check.ok)).toBe(true);
    expect(wim.header).toMatchObject({
      hasIntegrity: options.includes('--check'),
      solid: options.includes('--solid'),
    });
    source.close();
    rmSync(path);
  });
});

it.skipIf(missing)(titled('refuses a pipable file and a delta file by name', wimlib), () => {
  const pipable = join(area, 'pipable.wim');
  const base = join(area, 'base.wim');
  const delta = join(area, 'delta.wim');
  runWimlib('capture', join(area, 'second', 'Windows'), pipable, '--pipable');
  runWimlib('capture', join(area, 'first', 'Windows'), base);
  runWimlib('capture', join(area, 'first'), delta, '--delta-from', base);
  const [pipableSource, deltaSource] = [openSource(pipable), openSource(delta)];

  expect(() => openWim(pipableSource, newDigest)).toThrow(expect.objectContaining({ code: 'pipable' }));
  const wim = openWim(deltaSource, newDigest);
  const entry = wim.tree(1).find('\\Windows\\System32\\linked.dll');
  expect(wim.tree(1).missingContents).toBeGreaterThan(0);
  expect(() => wim.readAll(entry?.sha1 ?? '', 1e6)).toThrow(expect.objectContaining({ code: 'delta' }));
  pipableSource.close();
  deltaSource.close();
});
