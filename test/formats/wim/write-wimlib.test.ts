import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openWim } from '../../../src/formats/wim/open.ts';
import type { NewWimEntry } from '../../../src/formats/wim/types.ts';
import { appendToWim, type NewWimOptions } from '../../../src/formats/wim/write.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { anyMissing, titled } from '../../helpers/requires.ts';
import { directory, file, HELLO, LONG, MemoryFile, newWriter, sampleTree, sampleWim, text } from './sample-wim.ts';
import { listFolder, makeFolder, openSource, runWimlib, wimlib } from './wimlib.ts';

const missing = anyMissing(wimlib);
const area = missing ? '' : mkdtempSync(join(tmpdir(), 'imgupdate-wim-'));

afterAll(() => {
  if (!missing) rmSync(area, { recursive: true });
});

/** Puts a file on disk, lets wimlib verify it, and returns its path. */
function verified(name: string, wim: MemoryFile): string {
  const path = join(area, name);
  writeFileSync(path, wim.bytes());
  expect(runWimlib('verify', path)).toContain('was successfully verified');
  return path;
}

const variants: [string, Partial<NewWimOptions>][] = [
  ['none', {}],
  ['XPRESS', { compression: 'XPRESS' }],
  ['XPRESS in chunks of 4 KiB', { compression: 'XPRESS', chunkSize: 4096 }],
  ['XPRESS in chunks of 64 KiB', { compression: 'XPRESS', chunkSize: 65_536 }],
  ['LZX with stored content', { compression: 'LZX' }],
];

it.skipIf(missing).each(variants)(
  titled('what we write with compression %s passes wimlib and shows the same', wimlib),
  (_, options) => {
    const path = verified('sample.wim', sampleWim(options, { integrity: true, bootIndex: 1 }));
    const listed = runWimlib('dir', '--detailed', path);
    const info = runWimlib('info', path);

    for (const part of [
      'Full Path           = "/Windows/System32/kernel32.dll"',
      'Short Name          = "KERNEL~1.DLL"',
      'Named data stream "Zone.Identifier"',
      'Reparse Tag         = 0xa000000c',
      'Link Group ID       = 0x0000000000000007',
    ]) {
      expect(listed).toContain(part);
    }
    expect(info).toMatch(/Boot Index:\s+1\b/);
    expect(info).toMatch(/Attributes:\s+Integrity info/);
    expect(info).toMatch(/File Count:\s+10\b/);
  },
);

it.skipIf(missing).each(variants)(
  titled('wimlib extracts what we wrote with compression %s', wimlib),
  (name, options) => {
    const folder = join(area, 'original');
    rmSync(folder, { recursive: true, force: true });
    makeFolder(folder, 5);
    const expected = listFolder(folder);
    const sink = new MemoryFile();
    const writer = newWriter(sink, options);
    writer.addImage({ root: directory('', entriesOf(expected, folder, writer)) }, { name: 'Copied' });
    writer.finish();
    const path = verified('copied.wim', sink);

    const target = join(area, 'extracted');
    rmSync(target, { recursive: true, force: true });
    runWimlib('apply', path, '1', target);

    const extracted = listFolder(target);
    for (const found of [...expected.values(), ...extracted.values()]) found.links = 0;
    expect(extracted, name).toEqual(expected);
  },
);

/** Entries for what `listFolder` found; links are left out of the comparison by being left out on both sides. */
function entriesOf(
  found: ReturnType<typeof listFolder>,
  folder: string,
  writer: ReturnType<typeof newWriter>,
): NewWimEntry[] {
  const children = new Map<string, NewWimEntry[]>([['', []]]);
  for (const [path, { kind, size }] of found) {
    if (kind === 'link') {
      found.delete(path);
      continue;
    }
    const at = path.lastIndexOf('\\');
    const name = path.slice(at + 1);
    const below: NewWimEntry[] = [];
    if (kind === 'directory') children.set(path, below);
    const sha1 =
      kind === 'file' ? writer.addBlob([readFileSync(join(folder, ...path.slice(1).split('\\')))], size) : '';
    children.get(path.slice(0, at))?.push(kind === 'directory' ? directory(name, below) : file(name, sha1));
  }
  return children.get('') ?? [];
}

it.skipIf(missing).each(variants)(
  titled('wimlib accepts images appended and replaced in a file with compression %s', wimlib),
  (_, options) => {
    const wim = sampleWim(options, { integrity: true, bootIndex: 1 });
    const before = new MemoryFile(wim.bytes());
    const writer = appendToWim(openWim(before, newDigest), before, wim, { newDigest });
    const added = writer.addBlob([text('added later')], 11);
    writer.replaceImage(1, { root: directory('', [file('added.txt', added)]) }, {});
    writer.addImage(sampleTree(writer), { name: 'Sample again' });
    writer.finish();
    const path = verified('appended.wim', wim);

    expect(runWimlib('dir', path, '1').trim().split('\n')).toEqual(['/', '/added.txt']);
    expect(runWimlib('info', path)).toContain('Sample again');
    runWimlib('optimize', path, '--check');
    expect(runWimlib('verify', path)).toContain('was successfully verified');
  },
);

it.skipIf(missing).each([
  ['LZX', '32K'],
  ['LZX', '2M'],
  ['XPRESS', '32K'],
  ['LZMS', '64K'],
  ['none', '32K'],
])(
  titled('what we copy from and append to a file that wimlib captured with %s and %s chunks passes wimlib', wimlib),
  (compression, chunk) => {
    const folder = join(area, 'captured');
    rmSync(folder, { recursive: true, force: true });
    makeFolder(folder, 6);
    const captured = join(area, 'captured.wim');
    const chunkOption = compression === 'none' ? [] : [`--chunk-size=${chunk}`];
    runWimlib('capture', folder, captured, 'Captured', `--compress=${compression}`, '--check', ...chunkOption);
    const source = openSource(captured);
    const from = openWim(source, newDigest);
    const chunkSize = from.header.chunkSize || 32_768;

    for (const target of [compression === 'LZX' ? 'LZX' : 'XPRESS', 'none'] as const) {
      const sink = new MemoryFile();
      const writer = newWriter(sink, { compression: target, chunkSize, reparsePointsFixed: true });
      for (const { entry } of from.tree(1).walk()) {
        for (const sha1 of [entry.sha1, entry.reparseSha1]) writer.copyBlob(from, source, sha1);
      }
      writer.addImage(from.tree(1), from.images[0] ?? {});
      writer.finish();
      const exported = verified('exported.wim', sink);
      const target2 = join(area, 'extracted');
      rmSync(target2, { recursive: true, force: true });
      runWimlib('apply', exported, '1', target2);
      expect(listFolder(target2)).toEqual(listFolder(folder));
      expect(openWim(sink, newDigest).images[0]).toMatchObject({
        totalBytes: from.images[0]?.totalBytes,
        hardLinkBytes: from.images[0]?.hardLinkBytes,
        fileCount: from.images[0]?.fileCount,
      });
    }

    const grown = new MemoryFile(readFileSync(captured));
    const writer = appendToWim(from, source, grown, { newDigest });
    const tree = from.tree(1);
    const hello = writer.addBlob([HELLO], HELLO.length);
    const long = writer.addBlob([LONG], LONG.length);
    const children = [...tree.root.children, file('zz-hello', hello), file('zz-long', long)];
    writer.replaceImage(1, { ...tree, root: { ...tree.root, children } }, {});
    writer.finish();
    const path = verified('grown.wim', grown);
    expect(runWimlib('dir', path, '1')).toContain('/zz-long');
    source.close();
  },
);
