import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { openWim } from '../../../src/formats/wim/open.ts';
import type { WimFile } from '../../../src/formats/wim/types.ts';
import { createWim } from '../../../src/formats/wim/write.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let good: Buffer;
let wim: WimFile;
beforeAll(async () => {
  site = await openImageSite();
  good = readFileSync(site.image('good.wim', { files: 5, bytes: 200_000 }));
  wim = openWim(arraySource(good), site.ports.newDigest);
});
afterAll(() => site.close());

/** Fields of the WIM header: 0x0c version, 0x10 flags, 0x28 part, 0x2a parts. */
const solidVersion = 0xe00;
const solidFlag = 0x10;

type Change = (bytes: Buffer) => Buffer | undefined;

/** Wrong files, and what they are called. */
const damaged: [what: string, change: Change, id: string][] = [
  ['an empty file', () => Buffer.alloc(0), 'ImgNotAWim'],
  ['a text', () => Buffer.from('<!DOCTYPE html><title>Not found</title>'), 'ImgNotAWim'],
  ['another archive', () => Buffer.from('MSCF'.padEnd(4000, '\0')), 'ImgNotAWim'],
  ['half a header', (bytes) => bytes.subarray(0, 100), 'ImgImageTruncated'],
  ['half a file', (bytes) => bytes.subarray(0, bytes.length / 2), 'ImgImageTruncated'],
  ['a file without its last byte', (bytes) => bytes.subarray(0, -1), 'ImgImageTruncated'],
  ['a pipable WIM', (bytes) => put(bytes, 'WLPWM'), 'ImgImageUnsupported'],
  ['an unknown version', (bytes) => void bytes.writeUInt32LE(7, 0x0c), 'ImgImageUnsupported'],
  ['a part of a split WIM', (bytes) => void bytes.writeUInt16LE(3, 0x2a), 'ImgImageSplit'],
  ['a solid WIM (ESD)', solid, 'ImgImageSolid'],
  ['an encrypted ESD', encrypted, 'ImgImageEncrypted'],
  ['damaged metadata', (bytes) => flip(bytes, wim.metadata[0]?.offset ?? 0), 'ImgImageCorrupt'],
];

describe.each(damaged)('%s', (what, change, id) => {
  const name = `${what.replaceAll(/[^a-z]/gi, '')}.wim`;

  const named = { name: what, acceptEula: true };
  const requests: [operation: string, request: { to?: string; [member: string]: unknown }][] = [
    ['image.inspect', { packages: true }],
    ['image.files', {}],
    ['image.add', named],
    ['image.add', { ...named, index: 1 }],
    ['image.read', { file: '\\Windows\\System32\\config\\SOFTWARE', to: 'out.bin' }],
  ];

  // A solid file can be read and converted, only not serviced.
  const isRefused = ([operation, request]: (typeof requests)[number]): boolean =>
    id !== 'ImgImageSolid' || (operation === 'image.add' && request['index'] === undefined);
  it.each(requests.filter(isRefused))(`is refused by %s %j as ${id}`, async (operation, request) => {
    const path = write(name, change);
    const before = readdirSync(site.folder);
    const to = request.to === undefined ? {} : { to: join(site.folder, request.to) };

    const called = site.call(operation, { path, ...request, ...to });

    await expect(called).rejects.toMatchObject({ id, exitCode: 4, message: expect.stringContaining(path) });
    expect(readdirSync(site.folder)).toEqual(before);
    expect((await site.call('image.list', {})).document['images']).toEqual([]);
  });
});

it('finds a flipped byte of content', async () => {
  const [blob] = [...wim.blobs.values()].filter(({ metadata }) => !metadata).sort((a, b) => b.size - a.size);
  const path = write('flipped.wim', (bytes) => flip(bytes, (blob?.offset ?? 0) + 50));

  const { document, exitCode } = await site.call('image.verify', { path });

  expect(exitCode).toBe(3);
  expect(document).toMatchObject({ ok: false, bad: [{ sha1: blob?.sha1, size: blob?.size }] });
});

it('finds damaged metadata', async () => {
  const path = write('metadata.wim', (bytes) => flip(bytes, wim.metadata[0]?.offset ?? 0));

  const { document, exitCode } = await site.call('image.verify', { path });

  expect(exitCode).toBe(3);
  expect(document['bad']).toMatchObject([{ sha1: wim.metadata[0]?.sha1 }]);
});

it('says that a whole file is whole', async () => {
  const path = join(site.folder, 'good.wim');

  const { document, exitCode } = await site.call('image.verify', { path });

  const blobs = new Set([...wim.blobs.values(), ...wim.metadata]);
  const bytes = [...blobs].reduce((sum, { size }) => sum + size, 0);
  expect(exitCode).toBe(0);
  expect(document).toMatchObject({ ok: true, path, resources: blobs.size, bytes, bad: [] });
});

it('finds that a registered file is not the one that was registered', async () => {
  const path = write('registered.wim', () => undefined);
  await site.call('image.add', { path, name: 'registered', acceptEula: true });
  // The GUID of the file: nothing inside it checks these bytes.
  write('registered.wim', (bytes) => flip(bytes, 0x18));

  const ofFile = await site.call('image.verify', { path });
  const ofImage = await site.call('image.verify', { image: 'registered' });

  expect(ofFile.document).toMatchObject({ ok: true });
  expect(ofImage.document).toMatchObject({ ok: false, bad: [{ reason: expect.stringContaining('SHA-256') }] });
});

it('verifies names too: a folder of two dots leads out of where an image is applied', async () => {
  const path = join(site.folder, 'dots.wim');
  const sink = site.ports.files.sink(path);
  const writer = createWim(sink, { compression: 'none', newDigest: site.ports.newDigest, guid: new Uint8Array(16) });
  const folder = { attributes: 0x10, created: 0n, accessed: 0n, modified: 0n };
  writer.addImage({ root: { ...folder, name: '', children: [{ ...folder, name: 'xx' }] } }, { name: 'dots' });
  writer.finish();
  sink.close();
  const bytes = readFileSync(path);
  const [metadata] = openWim(arraySource(bytes), site.ports.newDigest).metadata;
  if (metadata === undefined) throw new Error('the image has no metadata');
  const content = bytes.subarray(metadata.offset, metadata.offset + metadata.size);
  content.write('..', content.indexOf(Buffer.from('xx', 'utf16le')), 'utf16le');
  const digest = site.ports.newDigest('sha1');
  digest.update(content);
  bytes.write(digest.hex(), bytes.indexOf(Buffer.from(metadata.sha1, 'hex')), 'hex');
  writeFileSync(path, bytes);

  const { document, exitCode } = await site.call('image.verify', { path });

  expect(exitCode).toBe(3);
  expect(document).toMatchObject({ ok: false, bad: [{ reason: expect.stringContaining('".." (dots)') }] });
});

it('stops verifying when the caller cancels', async () => {
  const path = join(site.folder, 'good.wim');
  const cancel = new AbortController();
  cancel.abort();

  await expect(site.call('image.verify', { path }, { signal: cancel.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

it('removes what it has written when the content proves to be wrong', async () => {
  const entry = wim.tree(1).find('\\Windows\\System32\\config\\SOFTWARE');
  const path = write('hive.wim', (bytes) => flip(bytes, (wim.blobs.get(entry?.sha1 ?? '')?.offset ?? 0) + 40));
  const folder = join(site.folder, 'out');
  mkdirSync(folder);

  const read = site.call('image.read', { path, file: '\\Windows\\System32\\config\\SOFTWARE', to: join(folder, 'x') });

  await expect(read).rejects.toMatchObject({ id: 'ImgImageCorrupt' });
  expect(readdirSync(folder)).toEqual([]);
});

it('does not follow a file that shrinks behind its back', async () => {
  const path = write('shrunk.wim', () => undefined);
  await site.call('image.add', { path, name: 'shrunk', acceptEula: true });
  truncateSync(path, good.length - 1);

  await expect(site.call('image.files', { image: 'shrunk' })).rejects.toMatchObject({ id: 'ImgImageChanged' });
});

function write(name: string, change: Change): string {
  const path = join(site.folder, name);
  const bytes = Buffer.from(good);
  writeFileSync(path, change(bytes) ?? bytes);
  return path;
}

function put(bytes: Buffer, text: string): undefined {
  bytes.write(text, 0, 'latin1');
}

function flip(bytes: Buffer, at: number): undefined {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x5a, at);
}

/** Marks the first entry of the lookup table that is no metadata as a solid resource. */
function solid(bytes: Buffer): undefined {
  bytes.writeUInt32LE(solidVersion, 0x0c);
  const table = Number(bytes.readBigUInt64LE(0x38));
  for (let at = table; ; at += 50) {
    const flags = bytes.readUInt8(at + 7);
    if (flags & 2) continue;
    bytes.writeUInt8(flags | solidFlag, at + 7);
    return;
  }
}

/** Adds <ESD><ENCRYPTED/></ESD> to the XML, whose place and size the header tells at 0x48. */
function encrypted(bytes: Buffer): Buffer {
  const size = Number(bytes.readBigUInt64LE(0x48) & 0xff_ffff_ffff_ffffn);
  const offset = Number(bytes.readBigUInt64LE(0x50));
  const text = bytes.subarray(offset, offset + size).toString('utf16le');
  const xml = Buffer.from(text.replace('</WIM>', '<ESD><ENCRYPTED/></ESD></WIM>'), 'utf16le');
  bytes.writeBigUInt64LE((bytes.readBigUInt64LE(0x48) & (0xffn << 56n)) | BigInt(xml.length), 0x48);
  bytes.writeBigUInt64LE(BigInt(xml.length), 0x58);
  return Buffer.concat([bytes.subarray(0, offset), xml]);
}
