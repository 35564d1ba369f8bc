import { bootProgram } from '../../src/emulator/boot-program.ts';
import { writePe } from '../../src/formats/pe/write.ts';
import { hiveValue, writeHive } from '../../src/formats/regf/write.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import { compressXpress } from '../../src/formats/xpress/compress.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { cabOf, makeCab } from '../formats/cab/sample-cab.ts';
import { makeFat } from '../formats/fat/sample-fat.ts';
import { LzmsWriter, packLzms } from '../formats/lzms/lzms-stream.ts';
import { madeChunk } from '../formats/lzms/made-chunk.ts';
import { makeChunk } from '../formats/lzx/lzx-stream.ts';
import { packLzx } from '../formats/lzx/pack.ts';
import { dirtied, hiveLog, logEntry } from '../formats/regf/hive-log.ts';
import { keyNamed, someTime } from '../formats/regf/hives.ts';
import { smallestHive } from '../formats/regf/smallest-hive.ts';
import { makeDisc } from '../formats/udf/sample-disc.ts';
import { lzxWim } from '../formats/wim/lzx-wim.ts';
import { directory, file, MemoryFile, newWriter, text } from '../formats/wim/sample-wim.ts';
import { solidWim } from '../formats/wim/solid-wim.ts';
import { splitSet } from '../formats/wim/split-set.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { sampleSignature } from '../packages/sample-signature.ts';
import { manifest, packages } from './packages.ts';
import type { FuzzFormat } from './targets.ts';

/** Small good files of each format, made by the project's own writers: what mutation begins with. */
export const corpus: Record<FuzzFormat, () => Uint8Array[]> = {
  wim: () => {
    const plain = new MemoryFile(smallWim());
    const lzx = [lzxWim(plain), lzxWim(plain, 65_536)].map((made) => made.bytes());
    const files = [plain.bytes(), smallWim('XPRESS'), ...lzx];
    const trees = metadataOf(plain.bytes())
      .slice(0, 1)
      .map((tree) => marked('TREE', tree));
    return [...files, ...trees, ...lzxChunks(), marked('XPR!', compressXpress(CHUNK)?.slice() ?? CHUNK)];
  },
  esd: () => {
    const plain = new MemoryFile(smallWim());
    const stored = { compression: 0, pack: (content: Uint8Array) => content };
    const xpress = {
      compression: 1,
      chunkSize: 4096,
      pack: (content: Uint8Array) => compressXpress(content)?.slice() ?? content,
    };
    const lzx = { compression: 2, pack: (content: Uint8Array) => packLzx(content, 32_768) };
    const files = [{}, { resources: 2 }, stored, xpress, lzx].map((options) => solidWim(options, plain).bytes());
    const chunks = [packLzms(CHUNK), allItems(), madeChunk(randomNumbers(1), CHUNK.length).encoded];
    return [...files, ...chunks.map((chunk) => marked('LZMS', chunk))];
  },
  swm: () => splitSets(),
  cab: () => cabinets(),
  msu: () => packages(),
  signature: () => (['countersigned', 'stamped'] as const).map(sampleSignature),
  hive: () => hives(),
  iso: () => discs(),
  fat: () => {
    const content = Uint8Array.from({ length: 1500 }, (_, at) => at & 0xff);
    const tree = { EFI: { BOOT: { 'BOOTX64.EFI': content, 'LONGNA~1.TXT': content.subarray(0, 9) } } };
    const longNames = { 'LONGNA~1.TXT': 'a long name of a file.txt' };
    return [12, 16].flatMap((bits) => {
      const sectors = bits === 12 ? 60 : 4200;
      return [0, 1].map((gap) => makeFat(tree, { bits: bits as 12 | 16, sectors, gap, longNames }).bytes);
    });
  },
  pe: () => [
    bootProgram({ machine: 0x8664, version: '10.0.26100.4349', svn: '9.0', authority: '2023' }, newDigest),
    writePe({ machine: 0xaa64, svn: '7.1' }),
  ],
  mum: () => [manifest()],
  xml: () => [
    Buffer.from(
      '<?xml version="1.0" encoding="utf-8"?><a b="c" xmlns:d="e"><d:f>text &amp; more</d:f><!-- g --><h/></a>',
    ),
    manifest(),
  ],
};

const CHUNK = Buffer.from('a line of text, '.repeat(5000)).subarray(0, 65_536);
CHUNK.fill('another one that is longer, ', 20_000, 30_000);

/** A step of a reader alone, behind the digests that would refuse a changed file: `targets.ts` knows the marks. */
function marked(mark: string, bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(Buffer.concat([Buffer.from(mark), bytes]));
}

/** All kinds of blocks, one block of text, and one full of x86 calls. */
function lzxChunks(): Uint8Array[] {
  const calls = Buffer.alloc(65_536, Uint8Array.of(0xe8, 1, 2, 3, 0, 0x90));
  const made = [1, 2].map((seed) => {
    const options = { order: 16, chunkSize: 65_536, size: 65_536, shortRawForm: true };
    return makeChunk(randomNumbers(seed), options).encoded;
  });
  return [...made, ...[CHUNK, calls].map((content) => packLzx(content, 65_536))].map((chunk) => marked('LZX!', chunk));
}

/** Every kind of item of LZMS, up to the size that `targets.ts` expects. */
function allItems(): Uint8Array {
  const writer = new LzmsWriter(65_536);
  for (let byte = 0; byte < 64; byte++) writer.literal(byte);
  for (let round = 0; round < 20; round++) {
    writer.lz(1 + round, 5);
    writer.delta(round % 3, 1 + (round % 5), 7);
    writer.literal(round);
    writer.lz(1 + round, 3);
  }
  writer.lz(9, 65_536 - 64 - 20 * 16);
  return writer.finish();
}

function smallWim(compression: 'none' | 'XPRESS' = 'none'): Uint8Array {
  const sink = new MemoryFile();
  const writer = newWriter(sink, { compression, ...(compression === 'XPRESS' ? { chunkSize: 4096 } : {}) });
  const content = text('a line of text that repeats itself\r\n'.repeat(300));
  const long = writer.addBlob([content], content.length);
  const short = writer.addBlob([text('short')], 5);
  const root = directory('', [
    directory('Windows', [
      file('kernel32.dll', long, { shortName: 'KERNEL~1.DLL', securityId: 0, hardLinkGroup: 7n }),
      file('linked.dll', long, { hardLinkGroup: 7n }),
      file('streams', short, {
        streams: [
          { name: 'named', sha1: long },
          { name: 'empty', sha1: '' },
        ],
      }),
      directory('empty'),
    ]),
    file('link', '', { attributes: 0x400, reparseTag: 0xa000_000c, reparseSha1: short }),
  ]);
  const tree = { root, securityDescriptors: [new Uint8Array(20).fill(3)] };
  writer.addImage(tree, { name: 'One', description: 'of two' });
  writer.addImage(tree, { name: 'Two', description: 'of two' });
  writer.finish({ integrity: true, bootIndex: 1 });
  return sink.bytes();
}

/** The metadata of images as it is parsed: behind the SHA-1 that stops changed bytes in a whole file. */
function metadataOf(bytes: Uint8Array): Uint8Array[] {
  const wim = openWim(new MemoryFile(bytes), newDigest);
  return wim.metadata.map(({ sha1 }) => wim.readAll(sha1, 1 << 20));
}

function cabinets(): Uint8Array[] {
  const contents = [
    ['a.txt', Buffer.from('some text, '.repeat(900))],
    ['folder\\b.bin', Buffer.alloc(40_000, 'ab')],
    ['empty', Buffer.alloc(0)],
  ] as const;
  const lzx = makeChunk(randomNumbers(1), {
    ...{ order: 15, chunkSize: 32_768, size: 40_000, shortRawForm: false },
    cabinet: { fileSize: 30_000 },
  });
  const blocks = lzx.frames.map((frame, index) => [frame, index === 0 ? 32_768 : 40_000 - 32_768] as const);
  return [
    makeCab(contents, 'none').bytes(),
    makeCab(contents, 'MSZIP').bytes(),
    // Without checksums, so that changed data reaches the decompressor.
    cabOf({ compression: 0x0f03, size: 40_000, blocks }).bytes(),
    cabOf({ compression: 0, size: 7, blocks: [[Buffer.from('content'), 7]] }).bytes(),
  ];
}

/** Sets of two and three parts, each part with its length in front. */
function splitSets(): Uint8Array[] {
  const whole = new MemoryFile(smallWim('XPRESS'));
  const sets = [
    splitSet(new MemoryFile(smallWim())),
    splitSet(whole, 3),
    splitSet(solidWim({}, whole)),
    splitSet(lzxWim(whole)),
  ];
  return sets.map((parts) => framed(...parts.map((part) => part.bytes())));
}

/** Every form of a file, folders, and names of both widths. */
function discs(): Uint8Array[] {
  const content = Buffer.from('a line of text\r\n'.repeat(400));
  const pieces = [2048, 2048, content.length - 4096];
  const tree = {
    sources: { 'install.wim': { content, pieces }, 'größe 日本.txt': { content, pieces, form: 'long', listed: 1 } },
    inside: { content: content.subarray(0, 900), form: 'inline', extended: true },
    sparse: { content: content.subarray(0, 4096), zeros: { bytes: 9000 } },
    a: { b: { c: {} } },
  } as const;
  return [makeDisc(tree, { label: 'LABEL' }), makeDisc(tree, { bridge: true, version: 3 })].map(({ file }) =>
    file.bytes(),
  );
}

/** A hive, or a hive and a log behind it, each with its length in front. */
function hives(): Uint8Array[] {
  const state = (number: number) =>
    writeHive(
      keyNamed('ROOT', {
        values: [
          hiveValue.string('text', 'words'),
          hiveValue.multiString('list', ['one', 'two']),
          hiveValue.binary('big', new Uint8Array(17_000).fill(number)),
          hiveValue.qword('qword', 2 ** 40),
        ],
        subkeys: [
          keyNamed('Many', { subkeys: Array.from({ length: 40 }, (_, index) => keyNamed(`Key ${index}`)) }),
          keyNamed('ключ', { values: [hiveValue.dword('имя', number)] }),
        ],
      }),
      { lastWritten: someTime },
    );
  const log = hiveLog(state(0), { sequence: 11 }, [logEntry(11, state(0), state(1)), logEntry(12, state(1), state(2))]);
  return [framed(smallestHive()), framed(state(0)), framed(dirtied(state(0), 11), log)];
}

function framed(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(
    Buffer.concat(
      parts.flatMap((part) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(part.length);
        return [length, part];
      }),
    ),
  );
}
