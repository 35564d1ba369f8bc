import { describe, expect, it } from 'vitest';
import { openWim } from '../../../src/formats/wim/open.ts';
import type { WimFile } from '../../../src/formats/wim/types.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { directory, file, HELLO, LONG, MemoryFile, newWriter, sampleWim, text } from './sample-wim.ts';

function refused(code: string) {
  return expect.objectContaining({ name: 'FormatError', code });
}

/** A copy of a file with some bytes set. */
function patched(source: MemoryFile, offset: number, ...bytes: number[]): MemoryFile {
  const copy = source.bytes();
  copy.set(bytes, offset);
  return new MemoryFile(copy);
}

function joined(pieces: Iterable<Uint8Array>): Uint8Array {
  return Uint8Array.from([...pieces].flatMap((piece) => [...piece]));
}

describe.each([
  ['none', {}],
  ['XPRESS', { compression: 'XPRESS' as const }],
  ['XPRESS in 4 KiB chunks', { compression: 'XPRESS' as const, chunkSize: 4096 }],
])('a file with compression %s', (_, options) => {
  const wim = openWim(sampleWim(options, { integrity: true, bootIndex: 1 }), newDigest);

  it('shows header, XML and images', () => {
    expect(wim.header).toMatchObject({ imageCount: 1, bootIndex: 1, hasIntegrity: true, solid: false });
    expect(wim.header.guid).toBe('2a'.repeat(16));
    expect(wim.images).toHaveLength(1);
    expect(wim.images[0]).toMatchObject({ index: 1, name: 'Sample', description: 'all kinds', fileCount: 10 });
  });

  it('gives every entry what was written', () => {
    const tree = wim.tree(1);
    const entries = new Map([...tree.walk()].map(({ path, entry }) => [path, entry]));

    expect([tree.directoryCount, tree.fileCount, tree.missingContents]).toEqual([5, 10, 0]);
    expect([...entries.keys()].sort()).toEqual(
      [
        '\\Straße-日本語-é.txt',
        '\\Windows',
        '\\Windows\\HELLO2.TXT',
        '\\Windows\\Leer',
        '\\Windows\\System32',
        '\\Windows\\System32\\empty.dat',
        '\\Windows\\System32\\hello.txt',
        '\\Windows\\System32\\kernel32.dll',
        '\\junction',
        '\\link',
        '\\lone\ud800surrogate\udc00',
        `\\${'n'.repeat(255)}`,
        '\\onlyStream',
        '\\streams.txt',
      ].sort(),
    );
    expect(entries.get('\\Windows\\System32\\kernel32.dll')).toMatchObject({
      shortName: 'KERNEL~1.DLL',
      size: LONG.length,
      securityId: 0,
      linkCount: 1,
      created: 133_500_000_000_000_000n,
      accessed: 133_500_000_010_000_000n,
      modified: 133_500_000_020_000_000n,
    });
    expect(entries.get('\\Windows\\HELLO2.TXT')).toMatchObject({ linkCount: 2, hardLinkGroup: 7n, securityId: 1 });
    expect(entries.get('\\Windows\\System32\\empty.dat')).toMatchObject({ size: 0, sha1: '' });
    expect(entries.get('\\streams.txt')).toMatchObject({
      size: HELLO.length,
      streams: [
        { name: 'Zone.Identifier', size: 11 },
        { name: 'empty', size: 0, sha1: '' },
      ],
    });
    expect(entries.get('\\onlyStream')).toMatchObject({ size: 0, sha1: '', streams: [{ size: HELLO.length }] });
    expect(entries.get('\\link')).toMatchObject({
      reparsePoint: true,
      reparseTag: 0xa000_000c,
      reparseNotFixed: true,
      sha1: '',
      directory: false,
    });
    expect(entries.get('\\junction')).toMatchObject({ reparseTag: 0xa000_0003, directory: true, children: [] });
    expect(entries.get('\\junction')?.reparseSha1).toBe(entries.get('\\link')?.reparseSha1);
    expect(tree.securityDescriptors.map((descriptor) => descriptor.length)).toEqual([5, 20]);
  });

  it('reads contents in pieces and whole', () => {
    const sha1 = wim.tree(1).find('\\windows\\SYSTEM32\\Kernel32.DLL')?.sha1 ?? '';

    expect(joined(wim.read(sha1))).toEqual(LONG);
    expect(wim.readAll(sha1, LONG.length)).toEqual(LONG);
  });

  it('finds every resource good, and the integrity table too', () => {
    expect([...wim.verify()].filter((check) => !check.ok)).toEqual([]);
    expect([...wim.verify()]).toHaveLength(4);
    expect([...wim.integrity()]).toEqual([{ offset: 208, length: expect.any(Number), ok: true }]);
  });
});

describe('find and walk', () => {
  const sink = new MemoryFile();
  const writer = newWriter(sink);
  const children = [file('readme'), file('README'), file('straße'), directory('Sub', [file('inner')])];
  writer.addImage({ root: directory('', children) }, {});
  writer.finish();
  const tree = openWim(sink, newDigest).tree(1);

  it.each([
    ['\\', ''],
    ['', ''],
    ['\\README', 'README'],
    ['\\readme', 'readme'],
    ['\\STRAßE', 'straße'],
    ['\\sub\\INNER', 'inner'],
    ['/sub/inner', 'inner'],
    ['\\sub\\', 'Sub'],
  ])('finds %s', (path, name) => {
    expect(tree.find(path)?.name).toBe(name);
  });

  it.each(['\\STRASSE', '\\sub\\none', '\\readme\\inner', '\\sub\\..\\readme'])('does not find %s', (path) => {
    expect(tree.find(path)).toBeUndefined();
  });

  it('walks below a directory with paths from the root', () => {
    expect([...tree.walk('\\Sub')].map(({ path }) => path)).toEqual(['\\Sub\\inner']);
    expect([...tree.walk('\\none')]).toEqual([]);
  });
});

describe('refusals', () => {
  const good = sampleWim({ compression: 'XPRESS' });

  it('refuses content above the limit before reading it', () => {
    const wim = openWim(good, newDigest);
    const sha1 = wim.tree(1).find('\\Windows\\System32\\kernel32.dll')?.sha1 ?? '';

    expect(() => wim.readAll(sha1, LONG.length - 1)).toThrow(refused('limit'));
  });

  it.each([0, 2, 1.5, -1])('has no image %s', (index) => {
    expect(() => openWim(good, newDigest).tree(index)).toThrow(refused('not-found'));
  });

  it('says that a content is not in the file', () => {
    expect(() => openWim(good, newDigest).readAll('0'.repeat(40), 100)).toThrow(refused('not-found'));
  });

  it('calls a content delta that the tree names and the file lacks', () => {
    const bytes = good.bytes();
    const wim = openWim(new MemoryFile(bytes), newDigest);
    const sha1 = wim.tree(1).find('\\Windows\\System32\\kernel32.dll')?.sha1 ?? '';
    const hash = Uint8Array.from({ length: 20 }, (_, at) => Number.parseInt(sha1.slice(2 * at, 2 * at + 2), 16));
    const at = Buffer.from(bytes).lastIndexOf(hash);
    bytes.fill(0, at, at + 20);

    const delta = openWim(new MemoryFile(bytes), newDigest);

    expect(delta.tree(1).missingContents).toBe(1);
    expect(() => delta.readAll(sha1, 1e6)).toThrow(refused('delta'));
  });

  const operations: [string, (wim: WimFile) => unknown][] = [
    ['tree', (wim) => wim.tree(1)],
    ['readAll', (wim) => wim.readAll('1'.repeat(40), 10)],
    ['read', (wim) => [...wim.read('1'.repeat(40))]],
    ['verify', (wim) => [...wim.verify()]],
  ];

  it.each(operations)('refuses %s of one part of a split file, and shows its XML', (_, operation) => {
    const wim = openWim(patched(good, 0x2a, 2), newDigest);

    expect(wim.header.totalParts).toBe(2);
    expect(wim.images[0]?.name).toBe('Sample');
    expect(() => operation(wim)).toThrow(refused('split'));
  });

  it.each(operations)('refuses %s of an encrypted file, and shows its XML', (_, operation) => {
    const sink = new MemoryFile();
    const writer = newWriter(sink);
    writer.addImage({ root: directory('') }, { name: 'Secret' });
    const encrypted = { name: 'ENCRYPTED', attributes: {}, children: [], text: '' };
    writer.finish({ rootElements: [{ name: 'ESD', attributes: {}, children: [encrypted], text: '' }] });
    const wim = openWim(sink, newDigest);

    expect(wim.images[0]?.name).toBe('Secret');
    expect(() => operation(wim)).toThrow(refused('encrypted'));
  });

  it('refuses compressed resources in a file that names no compression', () => {
    const wim = openWim(patched(good, 0x10, 0, 0, 0, 0), newDigest);

    expect(() => wim.tree(1)).toThrow(refused('corrupt'));
  });

  it('refuses content that is not of the compression that the header names', () => {
    const lzms = patched(patched(good, 0x0c, 0, 0x0e, 0, 0), 0x10, 0x02, 0, 0x08, 0);

    expect(() => openWim(lzms, newDigest).tree(1)).toThrow(refused('corrupt'));
  });
});

it('reads a file whose content and tables lie beyond 4 GiB', () => {
  const sink = new MemoryFile();
  const writer = newWriter(sink, { compression: 'XPRESS' });
  sink.jump(5 * 2 ** 30);
  const long = writer.addBlob([LONG], LONG.length);
  writer.addImage({ root: directory('', [file('far.txt', long)]) }, { name: 'Far' });
  writer.finish({ bootIndex: 1 });

  const wim = openWim(sink, newDigest);

  expect(wim.metadata[0]?.offset).toBeGreaterThan(2 ** 32);
  expect(wim.readAll(wim.tree(1).find('\\far.txt')?.sha1 ?? '', 1e6)).toEqual(LONG);
  expect([...wim.verify()].every((check) => check.ok)).toBe(true);
});

it('reports a resource that lies inside another one, even when its SHA-1 is right', () => {
  const sink = new MemoryFile();
  const writer = newWriter(sink);
  const outer = writer.addBlob([text('outer and inner')], 15);
  const inner = writer.addBlob([text('inner')], 5);
  writer.addImage({ root: directory('', [file('a', outer), file('b', inner)]) }, {});
  writer.finish();
  const wim = openWim(sink, newDigest);
  const table = new DataView(sink.read(0x38, 8).buffer).getUint32(0, true);
  const entries = [0, 1, 2].map((index) => table + 50 * index);
  const entry = entries.find((at) => sink.read(at + 8, 1)[0] === wim.blobs.get(inner)?.offset) ?? 0;
  sink.writeAt(entry + 8, Uint8Array.of(208 + 10));

  const checks = [...openWim(sink, newDigest).verify()];

  expect(checks.filter((check) => !check.ok)).toEqual([
    { sha1: inner, size: 5, ok: false, reason: 'it shares bytes of the file with another resource' },
  ]);
});
