import type { ByteSource } from '../../../src/formats/bytes.ts';
import { FormatError } from '../../../src/formats/format-error.ts';
import type { NewWimEntry, NewWimTree } from '../../../src/formats/wim/types.ts';
import type { FinishOptions, WimWriter } from '../../../src/formats/wim/wim-writer.ts';
import { createWim, type NewWimOptions, type WimSink } from '../../../src/formats/wim/write.ts';
import { newDigest } from '../../../src/ports/digests.ts';

/** A file in memory: sink and source at once. `jump` moves the end, leaving a gap that takes no memory. */
export class MemoryFile implements WimSink, ByteSource {
  position = 0;
  #segments: { offset: number; bytes: Uint8Array }[] = [];

  constructor(bytes?: Uint8Array) {
    if (bytes !== undefined) this.append(bytes);
  }

  get size(): number {
    return this.position;
  }

  append(bytes: Uint8Array): void {
    this.#segments.push({ offset: this.position, bytes: bytes.slice() });
    this.position += bytes.length;
  }

  writeAt(offset: number, bytes: Uint8Array): void {
    this.#segments.push({ offset, bytes: bytes.slice() });
  }

  jump(distance: number): void {
    this.position += distance;
  }

  read(offset: number, length: number): Uint8Array {
    if (offset < 0 || length < 0 || offset + length > this.position) {
      throw new FormatError('truncated', `${length} bytes at ${offset} lie beyond the end at ${this.position}`);
    }
    const result = new Uint8Array(length);
    for (const segment of this.#segments) {
      const from = Math.max(offset, segment.offset);
      const to = Math.min(offset + length, segment.offset + segment.bytes.length);
      if (from < to) result.set(segment.bytes.subarray(from - segment.offset, to - segment.offset), from - offset);
    }
    return result;
  }

  /** The whole file. */
  bytes(): Uint8Array {
    return this.read(0, this.size);
  }
}

const TIME = 133_500_000_000_000_000n;
const TIMES = { created: TIME, accessed: TIME + 10_000_000n, modified: TIME + 20_000_000n };
const encoder = new TextEncoder();

export function text(content: string): Uint8Array {
  return encoder.encode(content);
}

export function file(name: string, sha1 = '', more: Partial<NewWimEntry> = {}): NewWimEntry {
  return { name, attributes: 0x80, ...TIMES, sha1, ...more };
}

export function directory(name: string, children: NewWimEntry[] = [], more: Partial<NewWimEntry> = {}): NewWimEntry {
  return { name, attributes: 0x10, ...TIMES, children, ...more };
}

export const HELLO = text('hello hello hello hello hello hello\n');
export const LONG = text('a line of text that repeats itself\r\n'.repeat(6000));

export function newWriter(sink: WimSink, options: Partial<NewWimOptions> = {}): WimWriter {
  return createWim(sink, { compression: 'none', newDigest, guid: new Uint8Array(16).fill(0x2a), ...options });
}

/** Every kind of entry that an image can have; contents are added to `writer`. */
export function sampleTree(writer: WimWriter): NewWimTree {
  const hello = writer.addBlob([HELLO], HELLO.length);
  const long = writer.addBlob([LONG], LONG.length);
  const link = writer.addBlob([text('link target')], 11);
  const root = directory('', [
    directory('Windows', [
      directory('System32', [
        file('kernel32.dll', long, { shortName: 'KERNEL~1.DLL', securityId: 0 }),
        file('hello.txt', hello, { hardLinkGroup: 7n }),
        file('empty.dat'),
      ]),
      file('HELLO2.TXT', hello, { hardLinkGroup: 7n, securityId: 1 }),
      directory('Leer'),
    ]),
    file('Straße-日本語-é.txt', hello),
    file('lone\ud800surrogate\udc00', hello),
    file('n'.repeat(255), long),
    file('streams.txt', hello, {
      streams: [
        { name: 'Zone.Identifier', sha1: link },
        { name: 'empty', sha1: '' },
      ],
    }),
    file('onlyStream', '', { streams: [{ name: 'named', sha1: hello }] }),
    file('link', '', { attributes: 0x400, reparseTag: 0xa000_000c, reparseSha1: link, reparseNotFixed: true }),
    directory('junction', [], { attributes: 0x410, reparseTag: 0xa000_0003, reparseSha1: link }),
  ]);
  return { root, securityDescriptors: [new Uint8Array([1, 0, 4, 128, 5]), new Uint8Array(20).fill(3)] };
}

/** A whole file with one image of `sampleTree`. */
export function sampleWim(options: Partial<NewWimOptions> = {}, finish: FinishOptions = {}): MemoryFile {
  const sink = new MemoryFile();
  const writer = newWriter(sink, options);
  writer.addImage(sampleTree(writer), { name: 'Sample', description: 'all kinds', created: TIME, modified: TIME });
  writer.finish(finish);
  return new MemoryFile(sink.bytes());
}
