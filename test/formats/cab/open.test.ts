import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FormatErrorCode } from '../../../src/formats/format-error.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { makeChunk } from '../lzx/lzx-stream.ts';
import { MemoryFile } from '../wim/sample-wim.ts';
import { cabOf, makeCab, open, sampleContents } from './sample-cab.ts';

const refused = (code: FormatErrorCode) => expect.objectContaining({ name: 'FormatError', code });
const bytes = (hex: string) => new MemoryFile(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));

const HEAD = `4D534346 00000000 57000000 00000000 2C000000 00000000 0301 0100 0100 0000 00000000
  42000000 0100`;
const MEMBER = '0D000000 00000000 0000 755D A905 2000 682E74787400';

it.each([
  ['stored', `${HEAD} 0000 ${MEMBER} 6F3B2D7F 0D00 0D00 68656C6C6F2C20776F726C640A`],
  [
    'MSZIP',
    `${HEAD.replace('57000000', '5B000000')} 0100 ${MEMBER} 04E321B2 1100 0D00 434BCB48CDC9C9D75128CF2FCA49E10200`,
  ],
])('reads the smallest cabinet: %s', (_, hex) => {
  const cab = open(bytes(hex));

  expect(cab.members).toEqual([
    {
      name: 'h.txt',
      nameProblem: '',
      size: 13,
      attributes: 0x20,
      modified: '2026-11-21T00:45:18',
      folder: 0,
      offset: 0,
    },
  ]);
  expect(cab.members.map((member) => Buffer.from(cab.readAll(member, 100)).toString())).toEqual(['hello, world\n']);
});

describe('a folder of LZX', () => {
  const made = makeChunk(randomNumbers(3), {
    ...{ order: 16, chunkSize: 65_536, size: 200_001, shortRawForm: false },
    cabinet: { fileSize: 0 },
  });
  const blocks = made.frames.map((frame, index) => [frame, Math.min(32_768, 200_001 - 32_768 * index)] as const);

  it('is read through its blocks', () => {
    const cab = open(cabOf({ compression: 0x1003, size: 200_001, blocks }));

    expect(cab.folders).toMatchObject([{ compression: 'LZX', windowOrder: 16 }]);
    const [member] = cab.members;
    expect(Buffer.compare(cab.readAll(member as never, 1e6), made.content)).toBe(0);
  });

  it('is refused where a block in the middle is short', () => {
    const short = blocks.map(([frame, size], index) => [frame, index === 1 ? size - 1 : size] as const);
    const cab = open(cabOf({ compression: 0x1003, size: 200_000, blocks: short }));

    expect(() => cab.members.map((member) => cab.readAll(member, 1e6))).toThrow(refused('corrupt'));
  });
});

describe('reading', () => {
  const contents = sampleContents();
  const cab = open(makeCab(contents));

  it('gives the same in any order', () => {
    for (const order of [1, -1]) {
      for (const [index, [, content]] of [...contents.entries()].sort(
        ([first], [second]) => order * (first - second),
      )) {
        const member = cab.members[index];
        if (member !== undefined) expect(Buffer.compare(cab.readAll(member, 1e6), content)).toBe(0);
      }
    }
  });

  it('gives the same when two reads take turns', () => {
    const [first, second] = cab.members.filter(({ name }) => name.startsWith('folder'));
    if (first === undefined || second === undefined) throw new Error('the sample has changed');
    const [one, two]: [Uint8Array[], Uint8Array[]] = [[], []];
    const [reader, other] = [cab.read(first), cab.read(second)];
    for (let left = 2; left > 0; ) {
      left = 0;
      for (const [read, pieces] of [
        [reader, one],
        [other, two],
      ] as const) {
        const { done, value } = read.next();
        if (done) continue;
        pieces.push(value);
        left += 1;
      }
    }

    expect(Buffer.compare(Buffer.concat(one), contents[2]?.[1] ?? Buffer.alloc(0))).toBe(0);
    expect(Buffer.compare(Buffer.concat(two), contents[3]?.[1] ?? Buffer.alloc(0))).toBe(0);
  });

  it('takes no more than it is allowed to', () => {
    expect(() => cab.members.map((member) => cab.readAll(member, 1000))).toThrow(refused('limit'));
  });
});

describe('what a cabinet says about itself', () => {
  const good = makeCab([['a.bin', Buffer.from('content')]], 'none');
  const changed = (at: number, ...values: number[]) => {
    const file = new MemoryFile(good.bytes());
    file.writeAt(at, Uint8Array.from(values));
    return new MemoryFile(file.bytes());
  };

  it.each<[string, MemoryFile, FormatErrorCode]>([
    ['another signature', changed(0, 0), 'not-recognised'],
    ['no bytes', new MemoryFile(), 'not-recognised'],
    ['half a head', new MemoryFile(good.read(0, 20)), 'truncated'],
    ['a file that lacks a byte', new MemoryFile(good.read(0, good.size - 1)), 'truncated'],
    ['another version', changed(25, 2), 'unsupported'],
    ['no folders', changed(26, 0), 'corrupt'],
    ['no files', changed(28, 0), 'corrupt'],
    ['more files than it has room for', changed(28, 255, 255), 'truncated'],
    ['a table of files beyond the end', changed(16, 255, 255), 'truncated'],
    ['a folder that is not there', changed(44 + 8, 1), 'corrupt'],
    ['a member beyond its folder', changed(44 + 2, 1), 'corrupt'],
    ['a name without an end', cabOf({ compression: 0, name: Buffer.alloc(400, 'a'), size: 0, blocks: [] }), 'corrupt'],
  ])('is checked when it is opened: %s', (_, file, code) => {
    expect(() => open(file)).toThrow(refused(code));
  });

  const raw = Buffer.from('content');
  const mszip = Buffer.concat([Buffer.from('CK'), deflateRawSync(Buffer.alloc(40_000))]);
  it.each<[string, MemoryFile, FormatErrorCode]>([
    ['a changed byte', changed(good.size - 1, 0), 'corrupt'],
    ['a block beyond the end', changed(37, 0xff), 'truncated'],
    ['Quantum', cabOf({ compression: 2, size: 7, blocks: [[raw, 7]] }), 'unsupported'],
    ['LZX with a window of 2^14', cabOf({ compression: 0x0e03, size: 7, blocks: [[raw, 7]] }), 'unsupported'],
    ['an unknown compression', cabOf({ compression: 7, size: 7, blocks: [[raw, 7]] }), 'unsupported'],
    [
      'the beginning in another cabinet',
      cabOf({ compression: 0, folder: 0xfffd, size: 7, blocks: [[raw, 7]] }),
      'split',
    ],
    ['a block that goes on in another cabinet', cabOf({ compression: 0, size: 7, blocks: [[raw, 0]] }), 'split'],
    ['less than the member has', cabOf({ compression: 0, size: 8, blocks: [[raw, 7]] }), 'corrupt'],
    ['a stored block with two sizes', cabOf({ compression: 0, size: 7, blocks: [[raw, 9]] }), 'corrupt'],
    ['an empty block', cabOf({ compression: 1, size: 7, blocks: [[Buffer.alloc(0), 7]] }), 'corrupt'],
    ['MSZIP without its mark', cabOf({ compression: 1, size: 7, blocks: [[raw, 7]] }), 'corrupt'],
    ['MSZIP that yields more', cabOf({ compression: 1, size: 7, blocks: [[mszip, 7]] }), 'corrupt'],
    ['MSZIP that is cut off', cabOf({ compression: 1, size: 7, blocks: [[mszip.subarray(0, 9), 7]] }), 'corrupt'],
    ['LZX of nothing', cabOf({ compression: 0x0f03, size: 7, blocks: [[Buffer.alloc(20), 7]] }), 'corrupt'],
  ])('is checked when it is read: %s', (_, file, code) => {
    const cab = open(file);

    expect(() => cab.members.map((member) => cab.readAll(member, 1e6))).toThrow(refused(code));
  });

  it('ends in content or FormatError whatever is changed', () => {
    const random = randomNumbers(6);
    const whole = makeCab(sampleContents()).bytes();
    for (let round = 0; round < 500; round++) {
      const file = new MemoryFile(whole);
      const place = random(2) === 0 ? 400 : whole.length;
      for (let count = 1 + random(4); count > 0; count--) file.writeAt(random(place), Uint8Array.of(random(256)));
      try {
        const cab = open(new MemoryFile(file.bytes()));
        for (const member of cab.members) cab.readAll(member, 1e6);
      } catch (error) {
        expect(error).toMatchObject({ name: 'FormatError' });
      }
    }
  });
});
