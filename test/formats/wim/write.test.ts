import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/formats/format-error.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { appendToWim, unmarkWriting, type WimSink } from '../../../src/formats/wim/write.ts';
import { xmlElement, xmlText } from '../../../src/formats/xml/element.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { directory, file, HELLO, LONG, MemoryFile, newWriter, sampleTree, sampleWim, text } from './sample-wim.ts';

function refused(code: string) {
  return expect.objectContaining({ name: 'FormatError', code });
}

function appender(wim: MemoryFile, options: { takeOver?: boolean } = {}) {
  const before = new MemoryFile(wim.bytes());
  return appendToWim(openWim(before, newDigest), before, wim, { newDigest, ...options });
}

const IN_PROGRESS = new Uint8Array([0x40, 0, 0, 0]);

describe('addBlob', () => {
  it('writes the same content once', () => {
    const sink = new MemoryFile();
    const writer = newWriter(sink);
    const first = writer.addBlob([HELLO], HELLO.length);
    const { position } = sink;

    expect(writer.addBlob([HELLO.subarray(0, 5), HELLO.subarray(5)], HELLO.length)).toBe(first);
    expect(sink.position).toBe(position);
    expect(writer.addBlob([], 0)).toBe('');
  });

  it.each([HELLO.length - 1, HELLO.length + 1, 40 * 2 ** 20])('refuses content that is not %s bytes long', (size) => {
    const writer = newWriter(new MemoryFile());

    expect(() => writer.addBlob([HELLO], size)).toThrow(refused('corrupt'));
  });

  it.each(['none', 'XPRESS'] as const)('streams content above 32 MiB with compression %s', (compression) => {
    const pieces = Array.from({ length: 34 }, (_, index) => new Uint8Array(2 ** 20 + 1).fill(index));
    const size = 34 * (2 ** 20 + 1);
    const sink = new MemoryFile();
    const writer = newWriter(sink, { compression });
    const sha1 = writer.addBlob(pieces, size);
    expect(writer.addBlob(pieces, size)).toBe(sha1);
    writer.addImage({ root: directory('', [file('large', sha1)]) }, {});
    writer.finish();
    const wim = openWim(new MemoryFile(sink.bytes()), newDigest);

    expect(wim.blobs.get(sha1)).toMatchObject({ size, offset: 208, compressed: compression === 'XPRESS' });
    expect([...wim.verify()].every((check) => check.ok)).toBe(true);
  });

  it('stores content that does not shrink', () => {
    const sink = new MemoryFile();
    const writer = newWriter(sink, { compression: 'XPRESS' });
    const sha1 = writer.addBlob([HELLO], HELLO.length);
    writer.addImage({ root: directory('', [file('a', sha1)]) }, {});
    writer.finish();

    expect(openWim(sink, newDigest).blobs.get(sha1)).toMatchObject({ compressed: false, storedSize: HELLO.length });
  });
});

describe('copyBlob', () => {
  it('refuses content that is damaged, before writing anything', () => {
    const source = sampleWim({ compression: 'XPRESS' });
    const wim = openWim(source, newDigest);
    const blob = wim.blobs.get(wim.tree(1).find('\\Windows\\System32\\kernel32.dll')?.sha1 ?? '');
    if (blob === undefined) throw new Error('the sample lost its file');
    source.writeAt(blob.offset + blob.storedSize / 2, new Uint8Array(8).fill(0xee));
    const sink = new MemoryFile();
    const writer = newWriter(sink, { compression: 'XPRESS' });

    expect(() => writer.copyBlob(openWim(source, newDigest), source, blob.sha1)).toThrow(refused('corrupt'));
    expect(sink.position).toBe(208);
  });

  it.each([
    ['none', 'none'],
    ['none', 'XPRESS'],
    ['XPRESS', 'none'],
  ] as const)('takes long content in steps that can be given up, from %s to %s', (before, after) => {
    const size = 34 * 2 ** 20;
    const source = new MemoryFile();
    const first = newWriter(source, { compression: before });
    const sha1 = first.addBlob([new Uint8Array(size).fill(7)], size);
    first.addImage({ root: directory('', [file('large', sha1)]) }, {});
    first.finish();
    const from = openWim(source, newDigest);
    const writer = newWriter(new MemoryFile(), { compression: after });
    const steps: number[] = [];
    for (const done of writer.copyBlobInSteps(from, source, sha1)) {
      steps.push(done);
      if (done > size / 4) break;
    }

    expect(steps.length).toBeGreaterThan(8);
    expect(steps).toEqual([...steps].sort((left, right) => left - right));
    expect(() => writer.addImage({ root: directory('', [file('large', sha1)]) }, {})).toThrow(refused('not-found'));
    expect([...writer.copyBlobInSteps(from, source, sha1)].every((done) => done <= size)).toBe(true);
    expect(writer.addImage({ root: directory('', [file('large', sha1)]) }, {})).toBe(1);
  });

  it('says that the other file lacks the content', () => {
    const source = sampleWim();

    expect(() => newWriter(new MemoryFile()).copyBlob(openWim(source, newDigest), source, '1'.repeat(40))).toThrow(
      refused('not-found'),
    );
  });

  it.each([
    ['takes stored bytes over', 'XPRESS', 32_768],
    ['encodes anew for other chunks', 'XPRESS', 4096],
    ['decodes for a file without compression', 'none', 32_768],
  ] as const)('%s', (_, compression, chunkSize) => {
    const source = sampleWim({ compression: 'XPRESS' });
    const from = openWim(source, newDigest);
    const sha1 = from.tree(1).find('\\Windows\\System32\\kernel32.dll')?.sha1 ?? '';
    const sink = new MemoryFile();
    const writer = newWriter(sink, { compression, chunkSize });
    writer.copyBlob(from, source, sha1);
    writer.copyBlob(from, source, sha1);
    writer.addImage({ root: directory('', [file('a', sha1), file('b', sha1)]) }, {});
    writer.finish();
    const wim = openWim(sink, newDigest);

    expect(wim.readAll(sha1, 1e6)).toEqual(LONG);
    expect(wim.blobs.get(sha1)?.referenceCount).toBe(2);
    expect(wim.blobs.get(sha1)?.storedSize === from.blobs.get(sha1)?.storedSize).toBe(
      compression === 'XPRESS' && chunkSize === 32_768,
    );
  });
});

describe('images', () => {
  it('refuses a tree that names content which was not added', () => {
    const writer = newWriter(new MemoryFile());

    expect(() => writer.addImage({ root: directory('', [file('a', '1'.repeat(40))]) }, {})).toThrow(
      refused('not-found'),
    );
  });

  it('counts names, bytes and bytes of further links', () => {
    const sink = new MemoryFile();
    const writer = newWriter(sink);
    writer.addImage(sampleTree(writer), {});
    writer.finish();

    // Six names hold HELLO (one in a stream), two hold LONG, three the target of a link.
    expect(openWim(sink, newDigest).images[0]).toMatchObject({
      directoryCount: 5,
      fileCount: 10,
      totalBytes: 6 * HELLO.length + 2 * LONG.length + 3 * 11,
      hardLinkBytes: HELLO.length,
    });
  });

  it.each([0, 2, -1])('refuses to replace, describe or boot image %s of one', (index) => {
    const writer = appender(sampleWim());

    expect(() => writer.replaceImage(index, { root: directory('') }, {})).toThrow(refused('not-found'));
    expect(() => writer.describeImage(index, {})).toThrow(refused('not-found'));
    if (index !== 0) expect(() => writer.finish({ bootIndex: index })).toThrow(refused('not-found'));
  });
});

describe('appendToWim', () => {
  it('keeps images, contents, boot index and unknown elements, and renews the integrity table', () => {
    const sink = new MemoryFile();
    const first = newWriter(sink, { compression: 'XPRESS' });
    const xml = xmlElement('IMAGE', [xmlElement('VENDOR', 'kept'), xmlElement('WIMBOOT', '0')]);
    first.addImage(sampleTree(first), { name: 'First', description: 'old', xml });
    first.finish({ bootIndex: 1, integrity: true, rootElements: [xmlElement('IMGUPDATE', 'mark')] });
    const old = openWim(new MemoryFile(sink.bytes()), newDigest);

    const writer = appender(sink);
    const added = writer.addBlob([text('new')], 3);
    expect(writer.addImage({ root: directory('', [file('new', added)]) }, { name: 'Second' })).toBe(2);
    writer.describeImage(1, { description: 'changed' });
    writer.finish();
    const wim = openWim(sink, newDigest);

    expect(wim.header).toMatchObject({ imageCount: 2, bootIndex: 1, hasIntegrity: true, writeInProgress: false });
    expect(wim.header.guid).toBe(old.header.guid);
    expect(wim.images.map((image) => [image.name, image.description])).toEqual([
      ['First', 'changed'],
      ['Second', ''],
    ]);
    expect(xmlText(wim.images[0]?.xml, 'VENDOR')).toBe('kept');
    expect(xmlText(wim.root, 'IMGUPDATE')).toBe('mark');
    expect([...wim.verify()].every((check) => check.ok)).toBe(true);
    expect([...wim.integrity()].map((check) => check.ok)).toEqual([true]);
    for (const blob of old.blobs.values()) expect(wim.blobs.get(blob.sha1)).toEqual(blob);
  });

  it('replaces root elements of the names that it is given', () => {
    const wim = sampleWim({}, { rootElements: [xmlElement('A', '1'), xmlElement('B', '2')] });
    appender(wim).finish({ rootElements: [xmlElement('A', '3'), xmlElement('C', '4')] });
    const { root } = openWim(wim, newDigest);

    expect(['A', 'B', 'C'].map((name) => xmlText(root, name))).toEqual(['3', '2', '4']);
  });

  it('drops contents from the table that only a replaced image had, and counts the others anew', () => {
    const sink = new MemoryFile();
    const first = newWriter(sink);
    const [hello, long] = [first.addBlob([HELLO], HELLO.length), first.addBlob([LONG], LONG.length)];
    first.addImage({ root: directory('', [file('a', hello), file('b', long)]) }, {});
    first.addImage({ root: directory('', [file('a', hello)]) }, {});
    first.finish();
    const writer = appender(sink);
    writer.replaceImage(1, { root: directory('') }, {});
    writer.finish();
    const wim = openWim(sink, newDigest);

    expect(wim.blobs.has(long)).toBe(false);
    expect(wim.blobs.get(hello)?.referenceCount).toBe(1);
    expect(wim.tree(1).root.children).toEqual([]);
  });

  it('is the old file after every single step until the last one', () => {
    const original = sampleWim({ compression: 'XPRESS' }, { integrity: true }).bytes();
    const steps: ((target: MemoryFile) => void)[] = [];
    const syncedAfter: number[] = [];
    const wim = new MemoryFile(original);
    const recorder: WimSink = {
      get position() {
        return wim.position;
      },
      append(bytes) {
        const copy = bytes.slice();
        steps.push((target) => target.append(copy));
        wim.append(copy);
      },
      writeAt(offset, bytes) {
        const copy = bytes.slice();
        steps.push((target) => target.writeAt(offset, copy));
        wim.writeAt(offset, copy);
      },
      read: (offset, length) => wim.read(offset, length),
      sync: () => syncedAfter.push(steps.length),
    };
    const before = new MemoryFile(original);
    const writer = appendToWim(openWim(before, newDigest), before, recorder, { newDigest });
    const added = writer.addBlob([text('new')], 3);
    writer.replaceImage(1, { root: directory('', [file('new', added)]) }, { name: 'New' });
    writer.finish();

    const names = Array.from({ length: steps.length + 1 }, (_, count) => {
      const target = new MemoryFile(original);
      for (const step of steps.slice(0, count)) step(target);
      const opened = openWim(target, newDigest);
      expect([...opened.verify(), ...opened.integrity()].every((check) => check.ok)).toBe(true);
      return `${opened.images[0]?.name} ${opened.tree(1).fileCount} ${opened.header.writeInProgress}`;
    });
    expect(names).toEqual(['Sample 10 false', ...new Array(steps.length - 1).fill('Sample 10 true'), 'New 1 false']);
    expect(syncedAfter).toEqual([steps.length - 1]);
  });

  it('refuses a file that another writer marks, unless it takes over or the mark is taken off', () => {
    const wim = sampleWim();
    appender(wim);

    expect(() => appender(wim)).toThrow(refused('unsupported'));
    expect(() => appender(new MemoryFile(wim.bytes()), { takeOver: true })).not.toThrow();
    unmarkWriting(wim, wim);
    expect(openWim(wim, newDigest).header.writeInProgress).toBe(false);
    expect(() => appender(wim)).not.toThrow();
  });

  it.each([
    ['a file marked read-only', 0x10, [0x04], 'unsupported'],
    ['a file that is being written', 0x10, [...IN_PROGRESS], 'unsupported'],
    ['a part of a split file', 0x2a, [2], 'split'],
  ])('refuses %s', (_, offset, bytes, code) => {
    const wim = sampleWim();
    wim.writeAt(offset, Uint8Array.from(bytes));

    expect(() => appender(wim)).toThrow(refused(code));
  });

  it('takes the SHA-1 of whole old chunks over into the new integrity table, so that old damage stays visible', () => {
    const sink = new MemoryFile();
    const first = newWriter(sink);
    const pieces = Array.from({ length: 12 }, (_, index) => new Uint8Array(2 ** 20).fill(index));
    const sha1 = first.addBlob(pieces, 12 * 2 ** 20);
    first.addImage({ root: directory('', [file('large', sha1)]) }, {});
    first.finish({ integrity: true });
    sink.writeAt(5000, Uint8Array.of(99));
    const writer = appender(sink);
    writer.addBlob(pieces.slice(1), 11 * 2 ** 20);
    writer.finish();

    expect([...openWim(sink, newDigest).integrity()].map((check) => check.ok)).toEqual([false, true, true]);
  });

  it('needs to read the file back for an integrity table', () => {
    const wim = new MemoryFile();
    const sink: WimSink = {
      get position() {
        return wim.position;
      },
      append: (bytes) => wim.append(bytes),
      writeAt: (offset, bytes) => wim.writeAt(offset, bytes),
    };

    expect(() => newWriter(sink).finish({ integrity: true })).toThrow(FormatError);
    expect(wim.size).toBe(208);
  });
});

it('makes a file without images that opens', () => {
  const sink = new MemoryFile();
  newWriter(sink).finish();

  expect(openWim(sink, newDigest)).toMatchObject({ images: [], header: { imageCount: 0 } });
});

it('is not recognised before it is finished', () => {
  const sink = new MemoryFile();
  newWriter(sink).addBlob([LONG], LONG.length);

  expect(() => openWim(sink, newDigest)).toThrow(refused('not-recognised'));
});
