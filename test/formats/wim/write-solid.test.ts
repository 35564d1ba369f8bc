import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compressLzms } from '../../../src/formats/lzms/compress.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import { storageOrder } from '../../../src/formats/wim/storage-order.ts';
import type { WimFile } from '../../../src/formats/wim/types.ts';
import type { WimWriter } from '../../../src/formats/wim/wim-writer.ts';
import { appendToWim } from '../../../src/formats/wim/write.ts';
import type { SolidEncoder } from '../../../src/formats/wim/write-solid.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { directory, file, MemoryFile, newWriter, sampleWim, text } from './sample-wim.ts';
import { solidWim } from './solid-wim.ts';
import { listFolder, makeFolder, openSource, runWimlib, wimlib } from './wimlib.ts';

const sevenZip = requires.tool('7zz');
const folder = mkdtempSync(join(tmpdir(), 'imgupdate-solid-'));
afterAll(() => rmSync(folder, { recursive: true }));

const encoder: SolidEncoder = { parallel: 1, encode: async (content) => compressLzms(content) };
const small = { encoder, chunkBytes: 32_768 };
const blobsOf = (wim: WimFile) => [...wim.blobs.values()].filter(({ metadata }) => !metadata).sort(storageOrder);
const wrong = (wim: WimFile) => [...wim.verify()].filter(({ ok }) => !ok);

async function copyAll(
  writer: WimWriter,
  from: WimFile,
  options: { encoder: SolidEncoder; chunkBytes?: number } = small,
) {
  const steps: number[] = [];
  for await (const done of writer.copySolid({ from, blobs: blobsOf(from), ...options })) steps.push(done);
  writer.addImage(from.tree(1), { name: 'Copy' });
  return steps;
}

/** A solid file with the contents of `from`. */
async function solidOf(from: WimFile, options: { encoder: SolidEncoder; chunkBytes?: number } = small) {
  const sink = new MemoryFile();
  const writer = newWriter(sink, { compression: 'LZMS' });
  const steps = await copyAll(writer, from, options);
  writer.finish({ integrity: true, bootIndex: 1 });
  return { file: new MemoryFile(sink.bytes()), steps };
}

/** A file whose one content is `line` again and again. */
function other(line: string): WimFile {
  const sink = new MemoryFile();
  const writer = newWriter(sink);
  const content = text(line.repeat(4000));
  const sha1 = writer.addBlob([content], content.length);
  writer.addImage({ root: directory('', [file('a.txt', sha1), file('b.txt', sha1)]) }, { name: 'Other' });
  writer.finish();
  return openWim(new MemoryFile(sink.bytes()), newDigest);
}

const sample = openWim(sampleWim(), newDigest);
const names = (wim: WimFile, index = 1) =>
  [...wim.tree(index).walk()].map(({ path, entry }) => `${path} ${entry.sha1}`);

describe('a file with a solid resource', () => {
  it('holds the same, in chunks of which the last is shorter', async () => {
    const { file: written, steps } = await solidOf(sample);

    const wim = openWim(written, newDigest);
    const total = blobsOf(sample).reduce((sum, { size }) => sum + size, 0);
    expect(wim.header).toMatchObject({
      version: 0xe00,
      compression: 'LZMS',
      chunkSize: 131_072,
      solid: true,
      bootIndex: 1,
    });
    expect(names(wim)).toEqual(names(sample));
    expect(wrong(wim)).toEqual([]);
    expect([...wim.integrity()].every(({ ok }) => ok)).toBe(true);
    expect(steps.at(-1)).toBe(total);
    expect(new Set(steps).size).toBeGreaterThan(3);
    expect(written.size).toBeLessThan(total / 5);
    expect([...wim.blobs.values()].map(({ referenceCount }) => referenceCount).sort()).toEqual(
      [...sample.blobs.values()].map(({ referenceCount }) => referenceCount).sort(),
    );
  });

  it('holds chunks as they are where they do not shrink, and those of a slow encoder at their places', async () => {
    let asked = 0;
    let working = 0;
    let most = 0;
    const slow: SolidEncoder = {
      parallel: 3,
      async encode(content) {
        const number = asked++;
        most = Math.max(most, ++working);
        // The first ones come last.
        for (let turn = 0; turn < 10 - 3 * (number % 3); turn++) await Promise.resolve();
        working--;
        return number % 2 === 0 ? undefined : compressLzms(content);
      },
    };
    const { file: written } = await solidOf(sample, { encoder: slow, chunkBytes: 32_768 });

    expect(wrong(openWim(written, newDigest))).toEqual([]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('is not finished when content is damaged, or the encoder fails', async () => {
    const bytes = sampleWim().bytes();
    bytes.fill(0, 300, 400);
    const damaged = openWim(new MemoryFile(bytes), newDigest);
    const failing: SolidEncoder = { parallel: 2, encode: () => Promise.reject(new Error('no memory')) };

    await expect(solidOf(damaged)).rejects.toMatchObject({ name: 'FormatError', code: 'corrupt' });
    await expect(solidOf(sample, { encoder: failing })).rejects.toThrow('no memory');
  });

  it('is not made in a file of the classic version', async () => {
    const writer = newWriter(new MemoryFile(), { compression: 'XPRESS' });

    await expect(copyAll(writer, sample)).rejects.toMatchObject({ name: 'FormatError', code: 'unsupported' });
  });

  it('has no such resource where there is no content', async () => {
    const { file: written } = await solidOf(openWim(emptyWim(), newDigest));

    expect(openWim(written, newDigest).header).toMatchObject({ compression: 'LZMS', solid: false });
  });

  it.skipIf(anyMissing(wimlib))(titled('is applied by wimlib as the folder that it came from', wimlib), async () => {
    const at = (name: string) => join(folder, name);
    const [source, plain, solid, applied] = [at('source'), at('plain.wim'), at('solid.esd'), at('applied')];
    makeFolder(source, 5);
    runWimlib('capture', source, plain, '--compress=LZX');
    const opened = openSource(plain);
    const { file: written } = await solidOf(openWim(opened, newDigest), { encoder, chunkBytes: 1 << 20 });
    opened.close();
    writeFileSync(solid, written.bytes());

    runWimlib('apply', solid, '1', applied);

    expect(listFolder(applied)).toEqual(listFolder(source));
  });
});

describe('a solid file that is added to', () => {
  async function appended(before: MemoryFile, from: WimFile, solid: boolean): Promise<MemoryFile> {
    const grown = new MemoryFile(before.bytes());
    const writer = appendToWim(openWim(before, newDigest), before, grown, { newDigest });
    if (solid) await copyAll(writer, from);
    else {
      for (const { sha1 } of blobsOf(from)) writer.addBlob(from.read(sha1), from.blobs.get(sha1)?.size ?? 0);
      writer.addImage(from.tree(1), { name: 'Plain' });
    }
    writer.finish();
    return new MemoryFile(grown.bytes());
  }

  it.each<[string, () => Promise<MemoryFile>]>([
    ['of ours', async () => (await solidOf(sample)).file],
    ['of two resources', async () => solidWim({ resources: 2 })],
  ])('%s keeps what it has, also a second time, and with content beside it', async (_what, first) => {
    const begun = await first();
    const twice = await appended(begun, other('second '), true);
    const plain = await appended(twice, other('plain '), false);
    const last = await appended(plain, other('last '), true);

    const wim = openWim(last, newDigest);
    expect(wrong(wim)).toEqual([]);
    expect(wim.images).toHaveLength(4);
    expect(names(wim, 1)).toEqual(names(sample));
    for (const [index, line] of [
      [2, 'second '],
      [3, 'plain '],
      [4, 'last '],
    ] as const) {
      const sha1 = wim.tree(index).find('\\b.txt')?.sha1 ?? '';
      expect(wim.readAll(sha1, 1e6)).toEqual(text(line.repeat(4000)));
    }
  });

  it('writes no content twice', async () => {
    const { file: begun } = await solidOf(sample);
    const again = await appended(begun, sample, true);

    expect(again.size - begun.size).toBeLessThan(8000);
    expect(wrong(openWim(again, newDigest))).toEqual([]);
  });

  const tools = [wimlib, sevenZip];
  it.skipIf(anyMissing(...tools))(titled('passes wimlib and 7-Zip', ...tools), async () => {
    const { file: begun } = await solidOf(sample);
    const both = await appended(begun, other('second '), true);
    const path = join(folder, 'both.esd');
    writeFileSync(path, both.bytes());

    expect(runWimlib('verify', path)).toContain('successfully verified');
    expect(execFileSync(sevenZip.path, ['t', path], { stdio: 'pipe' }).toString()).toContain('Everything is Ok');
    expect(runWimlib('extract', path, '2', '/a.txt', '--to-stdout')).toBe('second '.repeat(4000));
  });
});

function emptyWim(): MemoryFile {
  const sink = new MemoryFile();
  const writer = newWriter(sink);
  writer.addImage({ root: directory('') }, { name: 'Empty' });
  writer.finish();
  return new MemoryFile(sink.bytes());
}
