import { arraySource } from '../../src/formats/array-source.ts';
import { openCab } from '../../src/formats/cab/open.ts';
import { openFat } from '../../src/formats/fat/open.ts';
import type { FatEntry, FatVolume } from '../../src/formats/fat/types.ts';
import { FormatError } from '../../src/formats/format-error.ts';
import { parseManifest } from '../../src/formats/mum/parse.ts';
import { bootFacts } from '../../src/formats/pe/boot-facts.ts';
import { openPe } from '../../src/formats/pe/open.ts';
import { signaturesOf, signedPieces } from '../../src/formats/pe/signatures.ts';
import { type HiveKey, openHive } from '../../src/formats/regf/read.ts';
import { openUdf } from '../../src/formats/udf/open.ts';
import { openWim } from '../../src/formats/wim/open.ts';
import { openSplitWim } from '../../src/formats/wim/open-split.ts';
import { readMetadata } from '../../src/formats/wim/read-metadata.ts';
import type { WimFile } from '../../src/formats/wim/types.ts';
import { parseXml } from '../../src/formats/xml/parse.ts';
import { checkSignature } from '../../src/packages/authenticode.ts';
import { signaturePlace, signedBytes } from '../../src/packages/cab-signature.ts';
import { inspectPackage } from '../../src/packages/inspect.ts';
import { readStandInPackage } from '../../src/packages/stand-in/package.ts';
import { nodeCompression } from '../../src/ports/compression.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { hashed } from '../formats/regf/hive-log.ts';
import { SECTOR, tagged } from '../formats/udf/sample-disc.ts';
import { sampleRoot, signedDigest } from '../packages/sample-signature.ts';
import { chunkDecoders, exploreChunk } from './chunks.ts';

export const formats = [
  'wim',
  'esd',
  'swm',
  'cab',
  'msu',
  'signature',
  'hive',
  'iso',
  'fat',
  'pe',
  'mum',
  'xml',
] as const;
export type FuzzFormat = (typeof formats)[number];

/** What was seen on the way: parts that could be read, and the errors. Its text tells new behaviour from known one. */
class Trace {
  readonly #seen: string[] = [];
  readonly #notes: string[] = [];
  #parts = 0;

  /** Does one thing with a file. FormatError is an answer; anything else goes up and is a finding. */
  try(work: () => unknown): void {
    try {
      work();
      this.#parts += 1;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.#seen.push(
        `${error.code} ${error.message.replaceAll(/'[^']*'|"[^"]*"|[0-9a-f]{8,}|\d+/g, '#').slice(0, 80)}`,
      );
    }
  }

  /** Something that was read and that not every file has. */
  note(what: string): void {
    this.#notes.push(what.slice(0, 80));
  }

  /** For what most good files refuse too. */
  tryQuietly(work: () => unknown): void {
    const before = this.#seen.length;
    this.try(work);
    this.#seen.length = before;
  }

  get text(): string {
    const parts = `parts ${Math.ceil(Math.log2(this.#parts + 1))}`;
    return [...new Set(this.#seen), parts, ...new Set(this.#notes)].join(' | ');
  }
}

/** A content is read up to this size: what it claims beyond is not asked for. */
const CONTENT_LIMIT = 1 << 20;
/** Parts of a file that are read; a table of a thousand entries for one place is no hang but a long file. */
const MOST_PARTS = 60;
const MOST_SET_PARTS = 4;
/** When the certificate of the sample's signer has run out: only its time stamp makes it hold. */
const SIGNATURE_CHECKED = new Date('2036-01-01T00:00:00Z');
const GENUINE = 'Signer Microsoft Corporation 2025-06-10T17:00:00.000Z';

/** Reads everything that `bytes` has to offer. Throws what is a finding. Returns what was seen, in a few words. */
export async function explore(format: FuzzFormat, bytes: Uint8Array): Promise<string> {
  const trace = new Trace();
  if (format === 'signature') await exploreSignature(bytes, trace);
  else trace.try(() => explorers[format](bytes, trace));
  return trace.text;
}

const explorers: Record<Exclude<FuzzFormat, 'signature'>, (bytes: Uint8Array, trace: Trace) => void> = {
  wim: exploreWim,
  esd: exploreWim,
  swm: exploreSplitSet,
  cab: exploreContainer,
  msu: explorePackage,
  hive: exploreHive,
  iso: exploreDisc,
  fat: exploreFat,
  pe: exploreProgram,
  mum: (bytes) => parseManifest(bytes),
  xml: (bytes) => parseXml(new TextDecoder().decode(bytes)),
};

/** Inputs that are no files but one step of a reader, marked by their first bytes; the rest are files. */
function exploreWim(bytes: Uint8Array, trace: Trace): void {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  const chunk = bytes.subarray(4);
  if (mark === 'TREE') readMetadata(Uint8Array.from(chunk), { blobs: new Map() });
  else if (mark in chunkDecoders) exploreChunk(chunk, chunkDecoders[mark as keyof typeof chunkDecoders]);
  else exploreWimFile(openWim(arraySource(bytes), newDigest), trace);
}

function exploreWimFile(wim: WimFile, trace: Trace): void {
  for (const { index } of wim.images.slice(0, 4)) {
    trace.try(() => {
      const tree = wim.tree(index);
      for (const { path } of tree.walk()) tree.find(path);
    });
  }
  const stored = wim.inStorageOrder(wim.blobs.keys()).slice(0, MOST_PARTS);
  for (const sha1 of stored) trace.try(() => wim.readAll(sha1, CONTENT_LIMIT));
  trace.try(() => takeSome(wim.integrity()));
  if ([...wim.blobs.values()].every(({ size }) => size <= CONTENT_LIMIT)) trace.try(() => takeSome(wim.verify()));
}

/** Parts with their lengths in front. */
function exploreSplitSet(bytes: Uint8Array, trace: Trace): void {
  exploreWimFile(openSplitWim(framedParts(bytes, MOST_SET_PARTS).map(arraySource), newDigest), trace);
}

/** What describes a package, what takes it for a stand-in, and the place of its signature; then all that is in it. */
function explorePackage(bytes: Uint8Array, trace: Trace): void {
  const source = arraySource(bytes);
  const tools = { newDigest, ...nodeCompression };
  trace.try(() => {
    const { kind, format, payload, reason, warnings } = inspectPackage(source, 'Windows11.0-KB5039302-x64.msu', tools);
    trace.note(`${kind} ${format} ${payload} ${reason}`);
    for (const warning of warnings) trace.note(warning.replaceAll(/'[^']*'|"[^"]*"|[0-9a-f]{8,}|\d+/g, '#'));
  });
  trace.tryQuietly(() => readStandInPackage(source, tools).payload());
  trace.try(() => {
    if (bytes[0] !== 0x4d || bytes[1] !== 0x53 || bytes[2] !== 0x43) return;
    const place = signaturePlace(openCab(source, nodeCompression), source.size);
    if (place === undefined) return;
    trace.note('signed');
    source.read(place.offset, place.length);
    for (const _ of signedBytes(source, place));
  });
  exploreContainer(bytes, trace);
}

/** Every answer is good but one: nothing that was changed may hold under another time or name. */
async function exploreSignature(bytes: Uint8Array, trace: Trace): Promise<void> {
  const tools = { newDigest, roots: [sampleRoot], now: SIGNATURE_CHECKED, digestOf: async () => signedDigest };
  const { verified, reason, chain, signedAt, signer, publisher } = await checkSignature(bytes, tools);
  trace.try(() => {
    if (verified === false) throw new FormatError('corrupt', reason);
  });
  trace.note(`${verified} ${chain} ${signedAt === null ? 'unstamped' : 'stamped'}`);
  if (verified === true && `${signer} ${publisher} ${signedAt}` !== GENUINE) {
    throw new Error(`a forged signature holds: ${signer} of ${publisher} at ${signedAt}`);
  }
}

/** Cabinets and what is in them; a package is a cabinet or a WIM with cabinets inside. */
function exploreContainer(bytes: Uint8Array, trace: Trace, depth = 0): void {
  const mark = String.fromCharCode(...bytes.subarray(0, 5));
  if (mark === 'MSWIM') {
    exploreWimFile(openWim(arraySource(bytes), newDigest), trace);
    return;
  }
  if (depth > 0 && mark === '<?xml') {
    trace.try(() => parseManifest(bytes));
    trace.try(() => parseXml(new TextDecoder().decode(bytes)));
    return;
  }
  const cab = openCab(arraySource(bytes), nodeCompression);
  for (const member of cab.members.slice(0, MOST_PARTS)) {
    trace.try(() => {
      const content = cab.readAll(member, CONTENT_LIMIT);
      const container = /^(?:MSCF|MSWI|<\?xm)/.test(String.fromCharCode(...content.subarray(0, 4)));
      if (depth < 3 && container) exploreContainer(content, trace, depth + 1);
    });
  }
}

/**
 * A disc, whose descriptors get right checks again: what begins with the number of one counts as one. Folders, what is
 * in them, and the files.
 */
function exploreDisc(bytes: Uint8Array, trace: Trace): void {
  const image = Buffer.from(bytes);
  recheck(image);
  const volume = openUdf(arraySource(image));
  trace.note(volume.label === '' ? 'no label' : 'label');
  let left = MOST_PARTS;
  trace.try(() => {
    for (const { path, entry } of volume.walk()) {
      if (left-- <= 0) return;
      trace.try(() => {
        volume.find(path);
        if (entry.isFolder) return;
        const content = volume.open(entry);
        trace.note(`${content.extents.length} extents`);
        content.read(0, Math.min(content.size, CONTENT_LIMIT));
      });
    }
  });
}

/** A volume: its folders, which may hold themselves, and the files. */
function exploreFat(bytes: Uint8Array, trace: Trace): void {
  const volume = openFat(arraySource(bytes));
  trace.note(`${volume.bits} bits`);
  exploreFatFolder({ volume, trace, left: { parts: MOST_PARTS } });
}

interface FatSearch {
  volume: FatVolume;
  trace: Trace;
  left: { parts: number };
}

function exploreFatFolder(search: FatSearch, folder?: FatEntry): void {
  const { volume, trace, left } = search;
  trace.try(() => {
    for (const entry of volume.list(folder)) {
      if (left.parts-- <= 0) return;
      if (entry.isFolder) exploreFatFolder(search, entry);
      else trace.try(() => volume.read(entry, CONTENT_LIMIT));
      trace.tryQuietly(() => volume.find(`\\EFI\\${entry.name}`));
      if (entry.name !== entry.shortName) trace.note('a name of its own');
    }
  });
}

/** A program: what its resources say, its signatures, and what they cover. */
function exploreProgram(bytes: Uint8Array, trace: Trace): void {
  const source = arraySource(bytes);
  const pe = openPe(source);
  trace.try(() => {
    const { svn, version } = bootFacts(source, pe);
    trace.note(`${svn === null ? 'no' : 'a'} number, ${version === null ? 'no' : 'a'} version`);
  });
  trace.try(() => trace.note(`${signaturesOf(source, pe).length} signatures`));
  trace.try(() => {
    for (const _ of signedPieces(source, pe));
  });
}

/** A file of an odd length stays as it is, so that the checks are tried too. */
function recheck(image: Buffer): void {
  if (image.length % 2 !== 0) return;
  for (let at = 0; at + SECTOR <= image.length; at += SECTOR) {
    const id = image.readUInt16LE(at);
    if (descriptorIds.has(id)) tagged(image.subarray(at, at + SECTOR), id, image.readUInt32LE(at + 12));
  }
}

const descriptorIds = new Set([1, 2, 3, 5, 6, 8, 256, 258, 261, 266]);

/** Parts with their lengths in front: a hive, then its logs, whose entries get right hashes again. */
function exploreHive(bytes: Uint8Array, trace: Trace): void {
  const [hive = new Uint8Array(0), ...logs] = framedParts(bytes, 3);
  for (const log of logs) rehash(Buffer.from(log.buffer, log.byteOffset, log.byteLength));
  const opened = openHive(
    arraySource(hive),
    logs.map((log) => arraySource(log)),
  );
  const left = { keys: 3000 };
  trace.try(() => exploreKey(opened.root, trace, left));
}

function framedParts(bytes: Uint8Array, most: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length && parts.length < most; ) {
    const length = view.getUint32(at, true);
    parts.push(Uint8Array.from(bytes.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return parts;
}

function rehash(log: Buffer): void {
  for (let at = 512; at + 512 <= log.length && log.toString('latin1', at, at + 4) === 'HvLE'; ) {
    const size = log.readUInt32LE(at + 4);
    if (size < 512 || size % 4 !== 0 || at + size > log.length) return;
    hashed(log.subarray(at, at + size));
    at += size;
  }
}

function exploreKey(key: HiveKey, trace: Trace, left: { keys: number }): void {
  trace.try(() => {
    for (const value of key.values()) {
      if (left.keys-- <= 0) return;
      trace.try(() => key.value(value.name));
      for (const read of [() => value.text(), () => value.number(), () => value.list()]) trace.tryQuietly(read);
    }
  });
  for (const child of key.subkeys()) {
    if (left.keys-- <= 0) return;
    trace.try(() => key.subkey(child.name));
    trace.try(() => exploreKey(child, trace, left));
  }
}

function takeSome(results: Iterable<unknown>): void {
  let taken = 0;
  for (const _ of results) if (++taken > MOST_PARTS) return;
}
