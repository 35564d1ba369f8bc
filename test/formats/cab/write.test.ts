import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCab } from '../../../src/formats/cab/write.ts';
import type { FormatErrorCode } from '../../../src/formats/format-error.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { MemoryFile } from '../wim/sample-wim.ts';
import { MODIFIED, makeCab, open, sampleContents } from './sample-cab.ts';

const { deflateRaw } = nodeCompression;
const cabextract = requires.tool('cabextract');
const refused = (code: FormatErrorCode) => expect.objectContaining({ name: 'FormatError', code });

describe.each(['none', 'MSZIP'] as const)('a cabinet with compression %s', (compression) => {
  const contents = sampleContents();
  const file = makeCab(contents, compression);

  it('gives back what was put in', () => {
    const cab = open(file);

    expect(cab.size).toBe(file.size);
    expect(cab.folders).toMatchObject([{ compression }]);
    expect(cab.members.map(({ name, nameProblem, modified }) => [name, nameProblem, modified])).toEqual(
      contents.map(([name]) => [name, '', MODIFIED]),
    );
    expect(
      cab.members.every(
        (member, index) => Buffer.compare(cab.readAll(member, 1e6), contents[index]?.[1] ?? Buffer.alloc(0)) === 0,
      ),
    ).toBe(true);
  });

  it.skipIf(anyMissing(cabextract))(titled('is what cabextract reads too', cabextract), () => {
    const area = mkdtempSync(join(tmpdir(), 'imgupdate-cab-'));
    const path = join(area, 'a.cab');
    writeFileSync(path, file.bytes());

    execFileSync(cabextract.path, ['-q', '-d', area, path]);

    for (const [name, content] of contents) {
      expect(Buffer.compare(readFileSync(join(area, ...name.split('\\'))), content), name).toBe(0);
    }
    rmSync(area, { recursive: true });
  });
});

it('begins where the sink is and takes content in pieces of any length', () => {
  const sink = new MemoryFile(new Uint8Array(11));
  const writer = createCab(sink, { compression: 'MSZIP', deflateRaw });
  const content = Buffer.from('0123456789'.repeat(10_000));
  const pieces = [
    content.subarray(0, 1),
    content.subarray(1, 1),
    content.subarray(1, 70_000),
    content.subarray(70_000),
  ];
  writer.add({ name: 'a', size: content.length, modified: MODIFIED, attributes: 0x01, content: () => pieces });
  writer.finish();
  const cab = open(new MemoryFile(sink.read(11, sink.size - 11)));

  expect(cab.members).toMatchObject([{ name: 'a', attributes: 0x01 }]);
  expect(cab.members.map((member) => Buffer.compare(cab.readAll(member, 1e6), content))).toEqual([0]);
});

it.each<[string, string, string, FormatErrorCode]>([
  ['a name with ..', '..\\a', MODIFIED, 'corrupt'],
  ['a name that is there', 'A.TXT', MODIFIED, 'corrupt'],
  ['a name of 300 bytes', 'x'.repeat(300), MODIFIED, 'limit'],
  ['a time before 1980', 'b', '1979-12-31T00:00:00', 'corrupt'],
  ['a time that is none', 'b', '2024-02-30', 'corrupt'],
])('refuses %s', (_, name, modified, code) => {
  const writer = createCab(new MemoryFile(), { compression: 'none', deflateRaw });
  writer.add({ name: 'a.txt', size: 0, modified: MODIFIED, content: () => [] });

  expect(() => writer.add({ name, size: 0, modified, content: () => [] })).toThrow(refused(code));
});

it.each([5, 3])('refuses content of another length than %i', (size) => {
  const writer = createCab(new MemoryFile(), { compression: 'none', deflateRaw });
  writer.add({ name: 'a', size, modified: MODIFIED, content: () => [new Uint8Array(4)] });

  expect(() => writer.finish()).toThrow(refused('corrupt'));
});
