import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Imported, ImportedUpdate } from '../../../src/catalog/import/imported.ts';
import { importWsusExport } from '../../../src/catalog/import/wsus-export.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { derive } from '../../../src/updates/derive.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { bytesOf, collect, pseudoRandom, shuffled } from '../../helpers/updates.ts';

const osdsus = requires.shared('osdsus/updates.jsonl.gz');
const exported = requires.shared('wsus-metadata/wsus-api-export');

const hash = Array.from({ length: 20 }, (_, index) => index).join(' ');
const additional = Array.from({ length: 32 }, () => 255).join(' ');

function record(members: Record<string, unknown>): Record<string, unknown> {
  return {
    Title: '2023-06 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5027215)',
    CreationDate: '2023-06-13T17:00:06Z',
    KBNumber: '5027215',
    FileName: 'windows10.0-kb5027215-x64.cab',
    Size: 700,
    Hash: hash,
    AdditionalHash: additional,
    Category: ['Windows 10, version 1903 and later'],
    UpdateClassificationTitle: 'Security Updates',
    PublicationState: 'Published',
    ...members,
  };
}

function read(text: string, chunk?: number): Promise<Imported[]> {
  return collect(importWsusExport(bytesOf(text, chunk), newDigest));
}

function lines(records: readonly unknown[]): string {
  return records.map((item) => JSON.stringify(item)).join('\n');
}

function updates(items: readonly Imported[]): ImportedUpdate[] {
  return items.filter((item) => 'update' in item);
}

describe('importWsusExport', () => {
  it.each([null, undefined, ''])('keeps an update without a date (%j)', async (CreationDate) => {
    const read1 = updates(await read(lines([record({ CreationDate })])));
    expect(read1.map((item) => item.update)).toMatchObject([{ articleId: '5027215', datePosted: null }]);
  });

  it('reads JSON lines with ISO dates and lists, and an array with milliseconds and scalars, to the same update', async () => {
    const asArray = record({
      CreationDate: '/Date(1686675606000)/',
      Category: 'Windows 10, version 1903 and later',
      Size: '700',
    });
    const fromLines = await read(lines([record({})]));
    const fromArray = await read(JSON.stringify([asArray], null, 1));

    expect(updates(fromArray).map((item) => item.update)).toEqual(updates(fromLines).map((item) => item.update));
    expect(updates(fromLines)[0]?.update).toMatchObject({
      articleId: '5027215',
      datePosted: '2023-06-13T17:00:06Z',
      files: [{ size: 700, sha1: '000102030405060708090a0b0c0d0e0f10111213', sha256: 'ff'.repeat(32) }],
    });
  });

  it('puts the file records of one update together, wherever they stand', async () => {
    const other = record({ Title: 'Update for Windows 10 Version 1703 (KB4022405)', FileName: 'b.cab' });
    const items = await read(lines([record({ FileName: 'a.cab' }), other, record({ FileName: 'c.cab', Size: '' })]));

    expect(updates(items).map(({ update }) => update.files.map(({ name, size }) => [name, size]))).toEqual([
      [
        ['a.cab', 700],
        ['c.cab', null],
      ],
      [['b.cab', 700]],
    ]);
  });

  it('gives an update without an id the same derived one every time, and its own id once a record has it', async () => {
    const uniqueId = '10f48d3b-9fb6-4e3c-a9e0-9b7e1e1f5b5a';
    const [without] = updates(await read(lines([record({})])));
    const [withId] = updates(
      await read(lines([record({}), record({ UpdateId: uniqueId.toUpperCase(), FileName: 'c.cab' })])),
    );

    expect(without?.update.uniqueId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(withId?.update).toMatchObject({
      uniqueId,
      files: [{ name: 'c.cab' }, { name: 'windows10.0-kb5027215-x64.cab' }],
    });
    expect(withId?.derivedId).toBe(without?.update.uniqueId);
  });

  it('keeps two updates with ids of their own apart, though title and date are equal', async () => {
    const [a, b] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
    const items = await read(lines([record({ UpdateId: a }), record({ UpdateId: b })]));
    expect(updates(items).map(({ update }) => update.uniqueId)).toEqual([a, b]);
  });

  it('reports bad records with their line and reads the rest', async () => {
    const text = [
      '{"Title": ',
      '[]',
      '"text"',
      '{}',
      lines([record({ CreationDate: 'x' })]),
      lines([record({ Hash: '1 2' })]),
      '',
      lines([record({})]),
    ].join('\n');
    const items = await read(text);

    expect(items.filter((item) => 'error' in item).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(updates(items)).toHaveLength(1);
  });

  it('says that an array is cut off and keeps what came before', async () => {
    const text = JSON.stringify([record({}), record({ Title: 'Second' })], null, 2);
    const items = await read(text.slice(0, -300));

    expect(updates(items)).toHaveLength(1);
    expect(items.filter((item) => 'error' in item)).toHaveLength(1);
  });

  it('does not depend on where the pieces of the stream end, nor on the encoding of the text', async () => {
    const text = JSON.stringify(
      [record({ Description: 'ä {[" \\" ]} ，' }), record({ Title: 'B', UpdateId: null })],
      null,
      1,
    );
    const whole = await read(text);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

    expect(await read(text, 7)).toEqual(whole);
    expect(await collect(importWsusExport(one(utf16), newDigest))).toEqual(whole);
  });

  it.skipIf(anyMissing(osdsus))(
    titled('gives the same updates when everything that exporting scripts added is shuffled', osdsus),
    async () => {
      const added =
        /^(UpdateOS|UpdateBuild|UpdateArch|UpdateGroup|Catalog|FileKBNumber|OSD.*|_.*|PartitionKey|RowKey)$/;
      const records = (await textOf(osdsus.path))
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      const random = pseudoRandom(7);
      const donors = shuffled(records, random);
      const mixed = records.map((item, index) => {
        const own = Object.entries(item).filter(([name]) => !added.test(name));
        const foreign = Object.entries(donors[index]).filter(([name]) => added.test(name));
        return Object.fromEntries([...foreign, ...own]);
      });
      const before = updates(await read(lines(records)));
      const after = updates(await read(lines(mixed)));

      expect(after.map(({ update }) => [update, derive(update).lines])).toEqual(
        before.map(({ update }) => [update, derive(update).lines]),
      );
      expect(before.length).toBeGreaterThan(4000);
    },
  );

  it.skipIf(anyMissing(exported))(titled('reads every collected export without an error', exported), async () => {
    for (const name of readdirSync(exported.path)) {
      const items = await collect(importWsusExport(createReadStream(join(exported.path, name)), newDigest));
      expect(items.filter((item) => 'error' in item)).toEqual([]);
      const lost = updates(items).filter(({ update }) => derive(update).lines.length === 0);
      // One real title is misspelt ("RSATfor"); it is left alone rather than guessed.
      expect(lost.filter(({ update }) => !update.title.includes('RSATfor'))).toEqual([]);
    }
  });
});

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function textOf(path: string): Promise<string> {
  const parts: string[] = [];
  for await (const chunk of createReadStream(path).pipe(createGunzip()).setEncoding('utf8')) parts.push(chunk);
  return parts.join('');
}
