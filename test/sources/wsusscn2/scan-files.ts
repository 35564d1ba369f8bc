import { createCab } from '../../../src/formats/cab/write.ts';
import { nodeCompression } from '../../../src/ports/compression.ts';
import { MODIFIED } from '../../formats/cab/sample-cab.ts';
import { MemoryFile } from '../../formats/wim/sample-wim.ts';

/** An update of a made scan file: a bundle with one part. */
export interface Made {
  revisionId: number;
  id: string;
  title: string;
  /** Revisions that replace it. */
  supersededBy?: number[];
  revisionNumber?: number;
}

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const digestOf = (number: number): string => Buffer.alloc(20, number % 256).toString('base64');

/** The master document; a part has the revision before that of its bundle. */
export function* masterOf(updates: Iterable<Made>, created = '2025-06-10T17:00:00Z'): Generator<string> {
  yield `\ufeff<?xml version="1.0" encoding="utf-8"?><OfflineSyncPackage CreationDate="${created}" `;
  yield 'xmlns="http://schemas.microsoft.com/msus/2004/02/OfflineSync"><Updates>';
  const files: number[] = [];
  yield `<Update CreationDate="2004-01-01T00:00:00Z" UpdateId="${idOf(999_999)}" RevisionNumber="1" RevisionId="1" IsLeaf="true" IsSoftware="false" DeploymentAction="Evaluate" />`;
  for (const { revisionId, id, supersededBy = [], revisionNumber = 200 } of updates) {
    const newer = supersededBy.map((each) => `<Revision Id="${each}" />`).join('');
    yield `<Update CreationDate="2025-06-10T17:00:00Z" DefaultLanguage="en" UpdateId="${id}" RevisionNumber="${revisionNumber}" RevisionId="${revisionId}" IsLeaf="true" IsBundle="true">`;
    yield `<Categories><Category Type="Company" Id="56309036-4c77-4dd9-951a-99ee9c246a94" /><Category Type="Product" Id="72E7624A-5b00-45d2-b92f-e561c0a6a160" /><Category Type="UpdateClassification" Id="0fa1201d-4330-4fa8-8ae9-b877473b6441" /></Categories>`;
    if (newer !== '') yield `<SupersededBy>${newer}</SupersededBy>`;
    const part = revisionId - 1;
    yield `</Update><Update CreationDate="2025-06-10T17:00:00Z" UpdateId="${idOf(500_000 + part)}" RevisionNumber="200" RevisionId="${part}" DeploymentAction="Bundle" IsLeaf="true"><PayloadFiles><File Id="${digestOf(part)}" /></PayloadFiles><BundledBy><Revision Id="${revisionId}" /></BundledBy></Update>`;
    files.push(part);
  }
  yield '</Updates><FileLocations>';
  for (const part of files) {
    yield `<FileLocation Id="${digestOf(part)}" Url="http://download.windowsupdate.com/c/windows11.0-${part}-x64.cab" />`;
  }
  yield '</FileLocations></OfflineSyncPackage>';
}

export interface ScanFileOptions {
  ranges?: number[];
  unreadable?: string[];
  created?: string;
  /** The whole master document. */
  master?: string;
}

/** A scan file in the layout of the real one. `ranges`: first revisions of its cabinets; `unreadable`: names of some that hold nothing. */
export function makeScanFile(
  updates: readonly Made[],
  { ranges = [0], unreadable = [], created, master }: ScanFileOptions = {},
): Uint8Array {
  const text = master ?? [...masterOf(updates, created)].join('');
  const cabs = ranges.map((from, index) => {
    const end = ranges[index + 1] ?? Number.POSITIVE_INFINITY;
    const here = updates.filter(({ revisionId }) => revisionId >= from && revisionId < end);
    const streams = here.flatMap(({ revisionId, title }): [string, string][] => [
      [`c\\${revisionId}`, '<Core />'],
      [`l\\de\\${revisionId}`, '<LocalizedProperties><Title>Ein Titel</Title></LocalizedProperties>'],
      [
        `l\\en\\${revisionId}`,
        `<LocalizedProperties><Language>en</Language><Title>${title}</Title><Description>A text</Description><MoreInfoUrl>https://support.microsoft.com/help/1</MoreInfoUrl></LocalizedProperties>`,
      ],
      [
        `x\\${revisionId - 1}`,
        `<ExtendedProperties MaxDownloadSize="9" /><Files><File Digest="${digestOf(revisionId - 1)}" DigestAlgorithm="SHA1" FileName="Windows11.0-KB${revisionId}-x64.cab" Size="${revisionId}"><AdditionalDigest Algorithm="SHA256">${Buffer.alloc(32, revisionId % 256).toString('base64')}</AdditionalDigest></File></Files>`,
      ],
    ]);
    const name = `package${index + 2}.cab`;
    if (unreadable.includes(name)) return [name, Buffer.from('garbage')] as [string, Uint8Array];
    return [name, cabOf(streams.length === 0 ? [['e\\1', 'x']] : streams)] as [string, Uint8Array];
  });
  const list = cabs.map(([name], index) => `<CAB NAME="${name}" RANGESTART="${ranges[index]}" />`).join('');
  const index = `<INDEX VERSION="1"><CABLIST XOR="0"><CAB NAME="package.cab" />${list}</CABLIST></INDEX>`;
  return cabOf([['index.xml', index], ['package.cab', cabOf([['package.xml', text]])], ...cabs]);
}

export function cabOf(contents: readonly (readonly [string, string | Uint8Array])[]): Uint8Array {
  const file = new MemoryFile();
  const cab = createCab(file, { compression: 'MSZIP', deflateRaw: nodeCompression.deflateRaw });
  for (const [name, content] of contents) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    cab.add({ name, size: bytes.length, content: () => [bytes], modified: MODIFIED });
  }
  cab.finish();
  return file.bytes();
}
