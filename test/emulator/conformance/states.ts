/** State of captured machines: images, packages and facts in their files, made for the purpose. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { forgetPackage, packageState, storedPackages, storePackage } from '../../../src/emulator/component-store.ts';
import { disk } from '../../../src/emulator/disk.ts';
import type { RehearsalIndexSpec } from '../../../src/emulator/image-spec.ts';
import { memorySink } from '../../../src/emulator/memory-sink.ts';
import { readHiveFile, SOFTWARE, writeHiveFile } from '../../../src/emulator/offline-image.ts';
import { writePackageCabinet } from '../../../src/emulator/package-cabinets.ts';
import { packageManifest } from '../../../src/emulator/rehearsal-packages.ts';
import { fileTimeOf } from '../../../src/emulator/windows-facts.ts';
import { parseIdentity } from '../../../src/formats/mum/identity.ts';
import type { PackageManifest } from '../../../src/formats/mum/manifest.ts';
import { manifestOf, printManifest } from '../../../src/formats/mum/print.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { newDigest } from '../../../src/ports/digests.ts';
import { enterprise, makeImage, update } from '../emulator.ts';

/** Makes an image file with these indexes. */
export function image(path: string, ...indexes: Partial<RehearsalIndexSpec>[]): string {
  return makeImage(path, { indexes: indexes.map((each) => ({ ...enterprise, ...each })) });
}

/** The cabinet of a package of any name. */
export function packageCabinet(
  path: string,
  identity: { name: string; version: string },
  build: number,
  more: { installationType?: string; manifest?: Partial<PackageManifest> } = {},
): void {
  const { installationType = 'WindowsPE' } = more;
  const facts = { ...update, articleId: update.articleId ?? '', build, installationType };
  const manifest = { ...packageManifest(facts), ...more.manifest };
  const named = { ...manifest, identity: { ...manifest.identity, ...identity } };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const sink = memorySink();
  writePackageCabinet(
    {
      facts,
      manifest: named,
      manifestText: encode(printManifest(named)),
      factsText: encode(`${JSON.stringify({ formatVersion: 1, ...facts })}\n`),
    },
    { sink, newDigest, compression: nodeCompression },
  );
  writeFileSync(path, sink.bytes());
}

/** What the XML of an image file says of one index. */
export interface IndexFacts {
  name: string;
  bytes: number;
  /** Elements behind the name, as XML. */
  more?: string;
}

/** Makes an image file whose XML says what that of the captured one said; nothing else of it is read. */
export function imageWithFacts(path: string, indexes: readonly IndexFacts[]): void {
  image(path, ...indexes.map(() => ({ packages: 0, files: 0, bytes: 0 })));
  const elements = indexes.map(
    ({ name, bytes, more = '' }, at) =>
      `<IMAGE INDEX="${at + 1}"><NAME>${name}</NAME><DESCRIPTION>${name}</DESCRIPTION><TOTALBYTES>${bytes}</TOTALBYTES>${more}</IMAGE>`,
  );
  const xml = Buffer.from(`\ufeff<WIM>${elements.join('')}</WIM>`, 'utf16le');
  const end = statSync(path).size;
  const header = Buffer.alloc(24);
  header.writeBigUInt64LE((BigInt(RESOURCE_OF_METADATA) << 56n) | BigInt(xml.length), 0);
  header.writeBigUInt64LE(BigInt(end), 8);
  header.writeBigUInt64LE(BigInt(xml.length), 16);
  const file = openSync(path, 'r+');
  writeSync(file, xml, 0, xml.length, end);
  writeSync(file, header, 0, header.length, XML_HEADER);
  closeSync(file);
}

/** A date as a FILETIME in an image's XML. */
export function xmlTime(element: string, iso: string): string {
  const time = (BigInt(Date.parse(iso)) + 11_644_473_600_000n) * 10_000n;
  const part = (value: bigint): string => `0x${value.toString(16).padStart(8, '0').toUpperCase()}`;
  return `<${element}><HIGHPART>${part(time >> 32n)}</HIGHPART><LOWPART>${part(time & 0xffffffffn)}</LOWPART></${element}>`;
}

/** Drivers as a folder has them: an .inf and its catalog. */
export function driver(inf: string): void {
  mkdirSync(dirname(inf), { recursive: true });
  const catalog = 'driver.cat';
  writeFileSync(inf, `[Version]\r\nSignature="$Windows NT$"\r\nClass=System\r\nCatalogFile=${catalog}\r\n`);
  writeFileSync(join(dirname(inf), catalog), 'a catalog');
}

/** An empty folder. */
export function folder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** Makes the packages of a captured list those of the Windows in a folder. */
export function installedPackages(windows: string, capture: string): void {
  const software = readHiveFile(disk, windows, SOFTWARE);
  for (const { identity } of storedPackages(software)) forgetPackage(software, identity);
  const listed = /^Package Identity : (.+?)\r?\nState : (.+?)\r?\nRelease Type : (.+?)\r?\nInstall Time : (.*?)\r?$/gm;
  for (const [, identity = '', state = '', releaseType = '', time = ''] of capture.matchAll(listed)) {
    storePackage(software, {
      identity,
      state: packageState[state.toLowerCase() as keyof typeof packageState],
      installTime: time.trim() === '' ? 0n : fileTimeOf(new Date(`${time} UTC`)),
      installClient: 'DISM Package Manager Provider',
    });
    const parsed = parseIdentity(identity);
    if (parsed === undefined) throw new Error(`${identity} is no identity`);
    const manifest = printManifest({ ...manifestOf(parsed), releaseType });
    writeFileSync(join(windows, 'Windows', 'servicing', 'Packages', `${identity}.mum`), manifest);
  }
  writeHiveFile(disk, windows, { name: SOFTWARE, root: software, now: fileTimeOf(new Date(0)) });
}

/** A mount whose image file is gone: what only a clean-up forgets. */
export function removeFile(path: string): void {
  rmSync(path);
}

/** Takes the manifest of the first installed package away: a component store that can be repaired. */
export function damageStore(windows: string): void {
  const folder = join(windows, 'Windows', 'servicing', 'Packages');
  const [manifest] = disk.names(folder).filter((name) => name.endsWith('.mum'));
  rmSync(join(folder, manifest ?? ''));
}

/** The text of a capture. */
export const textOf = (path: string): string => readFileSync(path, 'utf8');

const XML_HEADER = 72;
const RESOURCE_OF_METADATA = 2;
