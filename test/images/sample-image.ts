import { arraySource } from '../../src/formats/array-source.ts';
import { filetimeOfMilliseconds } from '../../src/formats/filetime.ts';

import { hiveValue, type NewKey, type NewValue, writeHive } from '../../src/formats/regf/write.ts';
import type { NewImageInfo } from '../../src/formats/wim/image-xml.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import type { NewWimEntry, WimFile } from '../../src/formats/wim/types.ts';
import { createWim } from '../../src/formats/wim/write.ts';
import { type XmlElement, xmlElement } from '../../src/formats/xml/element.ts';
import { newDigest } from '../../src/ports/digests.ts';

export const imageTime = filetimeOfMilliseconds(Date.UTC(2025, 0, 2, 3, 4, 5));

/** Files of an image by path: text or bytes. */
export type SampleFiles = Record<string, string | Uint8Array>;

export interface SampleImage {
  files: SampleFiles;
  info?: NewImageInfo;
}

/** A WIM in memory with these images, and the bytes it was read from. */
export function sampleWim(images: SampleImage[], rootElements: XmlElement[] = []): { wim: WimFile; bytes: Uint8Array } {
  const sink = memorySink();
  const writer = createWim(sink, { compression: 'XPRESS', newDigest, guid: new Uint8Array(16) });
  for (const { files, info } of images) {
    const root = folder('');
    for (const [path, content] of Object.entries(files)) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      put(root, path.split('\\').slice(1), writer.addBlob([bytes], bytes.length));
    }
    writer.addImage({ root }, { name: 'Sample', created: imageTime, modified: imageTime, ...info });
  }
  writer.finish({ rootElements });
  const bytes = sink.bytes();
  return { wim: openWim(arraySource(bytes), newDigest), bytes };
}

/** XML facts of a Windows 11 image. */
export const windows11Info: NewImageInfo = {
  name: 'Windows 11 Enterprise',
  description: 'for tests',
  architecture: 9,
  editionId: 'Enterprise',
  installationType: 'Client',
  languages: ['en-US', 'de-DE'],
  defaultLanguage: 'en-US',
  version: { major: 10, minor: 0, build: 26100, spBuild: 1742, spLevel: 0 },
};

/** Values of the version key of a Windows 11 24H2 at 26100.4349. */
export const windows11Values: NewValue[] = [
  hiveValue.string('CurrentBuild', '26100'),
  hiveValue.dword('UBR', 4349),
  hiveValue.string('DisplayVersion', '24H2'),
  hiveValue.string('ReleaseId', '2009'),
  hiveValue.string('EditionID', 'Enterprise'),
  hiveValue.string('InstallationType', 'Client'),
  hiveValue.string('ProductName', 'Windows 10 Enterprise'),
];

export interface SampleRecord {
  state: number;
  installed?: bigint;
  visibility?: number;
  installName?: string;
}

/** A SOFTWARE hive with a version key and records of packages by identity. */
export function softwareHive(version: NewValue[], records: Record<string, SampleRecord> = {}): Uint8Array {
  const packages = Object.entries(records).map(([name, record]) => key(name, [], recordValues(record)));
  const servicing = key('Component Based Servicing', [key('Packages', packages)]);
  const windows = key('Windows', [key('CurrentVersion', [servicing])]);
  const windowsNt = key('Windows NT', [key('CurrentVersion', [], version)]);
  return writeHive(key('ROOT', [key('Microsoft', [windows, windowsNt])]), { lastWritten: imageTime });
}

export const hivePath = '\\Windows\\System32\\config\\SOFTWARE';

export function manifestPath(identity: string): string {
  return `\\Windows\\servicing\\Packages\\${identity}.mum`;
}

function recordValues({ state, installed = 0n, visibility = 1, installName = '' }: SampleRecord): NewValue[] {
  return [
    hiveValue.dword('CurrentState', state),
    hiveValue.dword('InstallTimeHigh', Number(installed >> 32n)),
    hiveValue.dword('InstallTimeLow', Number(installed & 0xffffffffn)),
    hiveValue.dword('Visibility', visibility),
    hiveValue.string('InstallName', installName),
  ];
}

function key(name: string, subkeys: NewKey[], values: NewValue[] = []): NewKey {
  return { name, subkeys, values };
}

export function rehearsalMark(text = '1'): XmlElement {
  return xmlElement('IMGUPDATE', [xmlElement('REHEARSAL', text)]);
}

interface Folder extends NewWimEntry {
  children: NewWimEntry[];
}

const times = { created: imageTime, accessed: imageTime, modified: imageTime };

function folder(name: string): Folder {
  return { name, attributes: 0x10, ...times, children: [] };
}

function put(at: Folder, [name = '', ...rest]: string[], sha1: string): void {
  if (rest.length === 0) {
    at.children.push({ name, attributes: 0x20, ...times, sha1 });
    return;
  }
  let next = at.children.find((child): child is Folder => child.name === name && child.children !== undefined);
  if (next === undefined) {
    next = folder(name);
    at.children.push(next);
  }
  put(next, rest, sha1);
}

function memorySink() {
  let stored = Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let position = 0;
  const flush = () => {
    stored = Buffer.concat([stored, ...parts.splice(0)]);
    return stored;
  };
  return {
    get position() {
      return position;
    },
    append(bytes: Uint8Array) {
      parts.push(bytes.slice());
      position += bytes.length;
    },
    writeAt(offset: number, bytes: Uint8Array) {
      flush().set(bytes, offset);
    },
    bytes: () => new Uint8Array(flush()),
  };
}
