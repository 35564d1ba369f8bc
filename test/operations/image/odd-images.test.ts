/** Files that are given as images and are read in part, or not at all: each gets the right word, and a way out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageInspectResult } from '../../../src/contract/generated/types.ts';
import { asProblem, type Problem } from '../../../src/errors.ts';
import { createWim } from '../../../src/formats/wim/write.ts';
import { recoveryPath } from '../../../src/images/recovery.ts';
import {
  hivePath,
  type SampleRecord,
  sampleWim,
  softwareHive,
  windows11Info,
  windows11Values,
} from '../../images/sample-image.ts';
import { type ImageSite, openImageSite } from './image-site.ts';

let site: ImageSite;
let good: Buffer;
beforeAll(async () => {
  site = await openImageSite();
  good = readFileSync(site.image('good.wim', { files: 2, bytes: 20_000 }));
});
afterAll(() => site.close());

/** Fields of the WIM header. */
const field = { flags: 0x10, table: 0x30, xml: 0x48, writeInProgress: 0x40 } as const;

function write(name: string, bytes: Uint8Array): string {
  const path = join(site.folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function inspected(path: string): Promise<ImageInspectResult> {
  return (await site.call('image.inspect', { path, packages: true, winre: true }))
    .document as unknown as ImageInspectResult;
}

async function refused(operation: string, request: object): Promise<Problem> {
  return site.call(operation, request).then(
    () => {
      throw new Error('it was not refused');
    },
    (error: unknown) => asProblem(error),
  );
}

const remedyOf = (problem: Problem): string | undefined => problem.facts.remedy;

describe('what is no WIM is named, by its bytes or else by its name, with the way out', () => {
  const at = (offset: number, text: string): Buffer => {
    const bytes = Buffer.alloc(40_000);
    bytes.write(text, offset, 'latin1');
    return bytes;
  };

  it.each<[name: string, bytes: Buffer, what: string, wayOut: RegExp]>([
    ['disc.iso', at(32_769, 'CD001'), 'an ISO image with ISO 9660 alone', /sources\\install\.wim/],
    ['disc.wim', at(32_769, 'CD001'), 'an ISO image with ISO 9660 alone', /sources\\install\.wim/],
    ['short.iso', Buffer.from('short'), 'no ISO image, although its name says so', /Copy the file again/],
    ['machine.vhdx', at(0, 'vhdxfile'), 'a virtual hard disk', /\/Capture-Image/],
    ['machine.wim', at(0, 'vhdxfile'), 'a virtual hard disk', /\/Capture-Image/],
    ['machine.vhd', at(0, 'conectix'), 'a virtual hard disk', /\/Capture-Image/],
    ['device.ffu', at(4, 'SignedImage '), 'a full flash image (FFU)', /\/Capture-Image/],
    ['device.wim', at(4, 'SignedImage '), 'a full flash image (FFU)', /\/Capture-Image/],
  ])('%s', async (name, bytes, what, wayOut) => {
    const path = write(name, bytes);

    for (const [operation, more] of [
      ['image.inspect', {}],
      ['image.add', { name, acceptEula: true }],
      ['image.files', {}],
    ] as const) {
      const problem = await refused(operation, { path, ...more });

      expect(problem).toMatchObject({ id: 'ImgNotAWim', message: expect.stringContaining(`${path} is ${what}`) });
      expect(remedyOf(problem)).toMatch(wayOut);
    }
  });

  it('a WIM is one, whatever it is called', async () => {
    expect((await inspected(write('really.iso', good))).indexes).toHaveLength(1);
  });
});

describe('header and XML', () => {
  it('a mark that a writer is at work is told wherever the file is read', async () => {
    const bytes = Buffer.from(good);
    bytes.writeUInt32LE(bytes.readUInt32LE(field.flags) | field.writeInProgress, field.flags);
    const path = write('half-written.wim', bytes);

    const { indexes, warnings } = await inspected(path);
    await site.call('image.add', { path, name: 'half-written', acceptEula: true });

    expect(indexes).toMatchObject([{ revision: '26100.1742' }]);
    expect(warnings).toEqual([expect.stringContaining('The file says that it is being written')]);
    expect(site.events.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      expect.stringContaining('The file says that it is being written'),
    ]);
  });

  it('a header of another size is of a form that is not known', async () => {
    const bytes = Buffer.from(good);
    bytes.writeUInt32LE(212, 0x08);

    const problem = await refused('image.inspect', { path: write('header.wim', bytes) });

    expect(problem).toMatchObject({
      id: 'ImgImageUnsupported',
      message: expect.stringContaining('212 bytes, not 208'),
    });
  });

  it('half a character behind the XML is of no document', async () => {
    const { indexes } = await inspected(
      write(
        'odd.wim',
        withXml((xml) => Buffer.concat([xml, Buffer.from([0x0a])])),
      ),
    );

    expect(indexes).toEqual((await inspected(join(site.folder, 'good.wim'))).indexes);
  });

  it('XML without an image contradicts the header', async () => {
    const path = write(
      'no-image.wim',
      withXml(() => Buffer.from('\ufeff<WIM></WIM>', 'utf16le')),
    );

    const problem = await refused('image.inspect', { path });

    expect(problem).toMatchObject({ id: 'ImgImageCorrupt', message: expect.stringMatching(/image/) });
  });

  /** The file with other XML at its end. */
  function withXml(change: (xml: Buffer) => Buffer): Buffer {
    const bytes = Buffer.from(good);
    const size = Number(bytes.readBigUInt64LE(field.xml) & 0xff_ffff_ffff_ffffn);
    const offset = Number(bytes.readBigUInt64LE(field.xml + 8));
    const xml = change(bytes.subarray(offset, offset + size));
    bytes.writeBigUInt64LE((bytes.readBigUInt64LE(field.xml) & (0xffn << 56n)) | BigInt(xml.length), field.xml);
    bytes.writeBigUInt64LE(BigInt(xml.length), field.xml + 16);
    return Buffer.concat([bytes.subarray(0, offset), xml]);
  }
});

it('a file that lacks contents is told to lack them, and not called a delta', async () => {
  const bytes = Buffer.from(good);
  const size = Number(bytes.readBigUInt64LE(field.table) & 0xff_ffff_ffff_ffffn);
  const table = Number(bytes.readBigUInt64LE(field.table + 8));
  for (let at = table; at < table + size; at += 50) {
    const isMetadata = (bytes.readUInt8(at + 7) & 2) !== 0;
    if (!isMetadata) bytes.writeUInt8(bytes.readUInt8(at + 30) ^ 0xff, at + 30);
  }

  const problem = await refused('image.inspect', { path: write('lacking.wim', bytes) });

  expect(problem).toMatchObject({
    id: 'ImgImageUnsupported',
    message: expect.stringMatching(/not in (the|this) file: it is damaged, or it builds on another file/),
  });
  expect(remedyOf(problem)).toMatch(/whole copy/);
  expect(`${problem.message} ${remedyOf(problem)}`).not.toMatch(/delta/i);
});

describe('image read of what is no plain file says what it is, and writes nothing', () => {
  const attribute = { folder: 0x10, archive: 0x20, reparse: 0x400, encrypted: 0x4000 } as const;
  const times = { created: 0n, accessed: 0n, modified: 0n };
  let path: string;
  beforeAll(() => {
    path = join(site.folder, 'links.wim');
    const sink = site.ports.files.sink(path);
    const writer = createWim(sink, { compression: 'none', newDigest: site.ports.newDigest, guid: new Uint8Array(16) });
    const content = (bytes: Uint8Array): string => writer.addBlob([bytes], bytes.length);
    const secret = { sha1: content(Buffer.from('secret')), attributes: attribute.encrypted, ...times };
    const link = { attributes: attribute.reparse, ...times };
    const children = [
      { ...secret, name: 'secret.txt', streams: [{ name: 'more', sha1: content(Buffer.from('more')) }] },
      { ...link, name: 'link', reparseTag: 0xa000000c, reparseSha1: content(linkData('targetA', 12)) },
      {
        ...link,
        ...{ name: 'junction', attributes: attribute.reparse | attribute.folder },
        ...{ reparseTag: 0xa0000003, reparseSha1: content(linkData('C:\\Users', 8)) },
      },
      { ...link, name: 'other', reparseTag: 0x80000017, reparseSha1: content(Buffer.from('wof')) },
    ];
    writer.addImage({ root: { name: '', attributes: attribute.folder, ...times, children } }, { name: 'links' });
    writer.finish();
    sink.close();
  });

  it.each([
    ['\\link', 'ImgImageFileNotFound', '\\link is a symbolic link to targetA'],
    ['\\LINK', 'ImgImageFileNotFound', 'a symbolic link to targetA'],
    ['\\junction', 'ImgImageFileNotFound', '\\junction is a junction to C:\\Users'],
    ['\\other', 'ImgImageFileNotFound', '\\other is a reparse point of the kind 0x80000017'],
    ['\\secret.txt', 'ImgImageEncrypted', '\\secret.txt is encrypted (EFS)'],
    ['\\secret.txt:more', 'ImgImageEncrypted', 'is encrypted (EFS)'],
  ])('%s', async (file, id, words) => {
    const to = join(site.folder, 'out');

    const problem = await refused('image.read', { path, file, to });

    expect(problem).toMatchObject({ id, message: expect.stringContaining(words) });
    expect(existsSync(to)).toBe(false);
  });

  /** Offsets and lengths of two names, flags for a symbolic link, then the name for the system and the one for people. */
  function linkData(target: string, names: number): Buffer {
    const [system, people] = [Buffer.from(`\\??\\${target}`, 'utf16le'), Buffer.from(target, 'utf16le')];
    const head = Buffer.alloc(names);
    for (const [at, value] of [0, system.length, system.length, people.length].entries()) {
      head.writeUInt16LE(value, 2 * at);
    }
    return Buffer.concat([head, system, people]);
  }
});

describe('of a recovery environment the highest revision that is proved counts, and differences are told', () => {
  const rollup = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.2033.1.10';
  const safeOs = 'Package_for_SafeOSDU~31bf3856ad364e35~amd64~~26100.4768.1.0';
  const installed = { state: 112 };

  function recovery(spBuild: number, records: Record<string, SampleRecord>): Uint8Array {
    const values = windows11Values.filter(({ name }) => !['EditionID', 'InstallationType'].includes(name));
    const info = { ...windows11Info, name: 'Recovery', editionId: 'WindowsPE', installationType: 'WindowsPE' };
    const version = { major: 10, minor: 0, build: 26100, spBuild, spLevel: 0 };
    return sampleWim([{ files: { [hivePath]: softwareHive(values, records) }, info: { ...info, version } }]).bytes;
  }

  const cases: [
    what: string,
    spBuild: number,
    records: Record<string, SampleRecord>,
    revision: string,
    told: string[],
  ][] = [
    ['all agree', 4349, {}, '26100.4349', []],
    ['the XML is ahead', 4652, {}, '26100.4652', ['registry 26100.4349', 'XML 26100.4652']],
    ['a Safe OS update is ahead', 4349, { [safeOs]: installed }, '26100.4768', ['packages 26100.4768']],
    ['the registry is ahead', 1, { [rollup]: installed }, '26100.4349', ['packages 26100.2033', 'XML 26100.1']],
    ['a package that is only staged proves nothing', 4349, { [safeOs]: { state: 64 } }, '26100.4349', []],
  ];

  it.each(cases)('on its own: %s', async (what, spBuild, records, revision, told) => {
    const path = write(`${what}.wim`, recovery(spBuild, records));

    const { indexes, warnings = [] } = await inspected(path);

    const differing = warnings.filter((text) => text.includes('its revision differs by source'));
    expect(indexes).toMatchObject([{ revision, edition: 'WindowsPE' }]);
    expect(warnings).toHaveLength(differing.length);
    expect(differing).toHaveLength(told.length === 0 ? 0 : 1);
    for (const words of told) expect(differing[0]).toContain(words);
  });

  it.each(cases)('inside an index: %s', async (what, spBuild, records, revision, told) => {
    const files = { [hivePath]: softwareHive(windows11Values), [recoveryPath]: recovery(spBuild, records) };
    const path = write(`inside ${what}.wim`, sampleWim([{ files, info: windows11Info }]).bytes);

    const [winre] = ((await inspected(path)).indexes ?? []).map((index) => index.winre);

    expect(winre?.indexes).toMatchObject([{ revision }]);
    for (const words of told) expect(winre?.warnings.join()).toContain(words);
    expect(winre?.warnings).toHaveLength(told.length === 0 ? 0 : 1);
  });
});
