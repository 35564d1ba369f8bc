import { viewOf } from '../wim/fields.ts';

/** A small program: headers and resources, no code. Enough for whoever asks what it is and who signed it. */
export interface NewPe {
  /** IMAGE_FILE_MACHINE_*. */
  machine: number;
  /** Four numbers with dots. */
  version?: string;
  /** "major.minor". */
  svn?: string;
  /** Bytes that tell it from another one. */
  mark?: Uint8Array;
}

const PE_AT = 0x80;
const OPTIONAL_AT = PE_AT + 24;
const DIRECTORIES_AT = OPTIONAL_AT + 112;
const OPTIONAL_BYTES = 240;
const SECTION_AT = OPTIONAL_AT + OPTIONAL_BYTES;
const HEADERS_BYTES = 0x200;
const SECTION_ADDRESS = 0x1000;
const EFI_APPLICATION = 10;

/** The program without signatures; its length is a multiple of eight, as signing wants it. */
export function writePe({ machine, version, svn, mark = new Uint8Array(0) }: NewPe): Uint8Array {
  const leaves = [
    ...(svn === undefined ? [] : [{ type: 10, name: 'BOOTMGRSECURITYVERSIONNUMBER', data: svnData(svn) }]),
    ...(version === undefined ? [] : [{ type: 16, name: 1, data: versionData(version) }]),
    ...(mark.length === 0 ? [] : [{ type: 10 + 100, name: 1, data: mark }]),
  ];
  const resources = resourceSection(leaves);
  const bytes = new Uint8Array(HEADERS_BYTES + resources.length);
  const view = viewOf(bytes);
  view.setUint16(0, 0x5a4d, true);
  view.setUint32(0x3c, PE_AT, true);
  view.setUint32(PE_AT, 0x4550, true);
  view.setUint16(PE_AT + 4, machine, true);
  view.setUint16(PE_AT + 6, 1, true);
  view.setUint16(PE_AT + 20, OPTIONAL_BYTES, true);
  view.setUint16(PE_AT + 22, 0x0022, true);
  view.setUint16(OPTIONAL_AT, 0x20b, true);
  view.setUint32(OPTIONAL_AT + 32, 0x1000, true);
  view.setUint32(OPTIONAL_AT + 36, 0x200, true);
  view.setUint32(OPTIONAL_AT + 56, SECTION_ADDRESS + Math.ceil(resources.length / 0x1000) * 0x1000, true);
  view.setUint32(OPTIONAL_AT + 60, HEADERS_BYTES, true);
  view.setUint16(OPTIONAL_AT + 68, EFI_APPLICATION, true);
  view.setUint32(OPTIONAL_AT + 108, 16, true);
  view.setUint32(DIRECTORIES_AT + 16, SECTION_ADDRESS, true);
  view.setUint32(DIRECTORIES_AT + 20, resources.length, true);
  bytes.set(new TextEncoder().encode('.rsrc'), SECTION_AT);
  const section = [resources.length, SECTION_ADDRESS, resources.length, HEADERS_BYTES];
  for (const [number, value] of section.entries()) view.setUint32(SECTION_AT + 8 + 4 * number, value, true);
  view.setUint32(SECTION_AT + 36, 0x4000_0040, true);
  bytes.set(resources, HEADERS_BYTES);
  return bytes;
}

/** The program with signatures (PKCS #7) behind it. */
export function withSignatures(program: Uint8Array, signatures: readonly Uint8Array[]): Uint8Array {
  const table = signatures.map((signature) => {
    const entry = new Uint8Array(Math.ceil((8 + signature.length) / 8) * 8);
    const view = viewOf(entry);
    view.setUint32(0, 8 + signature.length, true);
    view.setUint16(4, 0x0200, true);
    view.setUint16(6, 0x0002, true);
    entry.set(signature, 8);
    return entry;
  });
  const bytes = joined([program, ...table]);
  const view = viewOf(bytes);
  view.setUint32(DIRECTORIES_AT + 32, program.length, true);
  view.setUint32(DIRECTORIES_AT + 36, bytes.length - program.length, true);
  return bytes;
}

interface Leaf {
  type: number;
  name: string | number;
  data: Uint8Array;
}

/** Each leaf under a type, a name and a language; types in ascending order, each once. */
function resourceSection(leaves: readonly Leaf[]): Uint8Array {
  const sorted = [...leaves].sort((one, other) => one.type - other.type);
  const levels = 16 + 8 * sorted.length + sorted.length * 2 * (16 + 8);
  const leavesAt = levels;
  let next = leavesAt + 16 * sorted.length;
  const texts = sorted.map(({ name }) => (typeof name === 'string' ? utf16(name, true) : undefined));
  const textsAt = texts.map((text) => {
    const at = next;
    next += Math.ceil((text?.length ?? 0) / 8) * 8;
    return at;
  });
  const dataAt = sorted.map(({ data }) => {
    const at = next;
    next += Math.ceil(data.length / 8) * 8;
    return at;
  });
  const bytes = new Uint8Array(Math.ceil(next / 0x200) * 0x200);
  const view = viewOf(bytes);
  const directory = (at: number, named: number, numbered: number): number => {
    view.setUint16(at + 12, named, true);
    view.setUint16(at + 14, numbered, true);
    return at + 16;
  };
  const entry = (at: number, name: number, target: number): void => {
    view.setUint32(at, name, true);
    view.setUint32(at + 4, target, true);
  };
  const isFolder = 0x8000_0000;
  const rootEntries = directory(0, 0, sorted.length);
  sorted.forEach(({ type, name, data }, number) => {
    const names = 16 + 8 * sorted.length + number * 48;
    entry(rootEntries + 8 * number, type, isFolder + names);
    const text = texts[number];
    const named = directory(names, text === undefined ? 0 : 1, text === undefined ? 1 : 0);
    entry(named, text === undefined ? (name as number) : isFolder + (textsAt[number] ?? 0), isFolder + names + 24);
    entry(directory(names + 24, 0, 1), 1033, leavesAt + 16 * number);
    entry(leavesAt + 16 * number, SECTION_ADDRESS + (dataAt[number] ?? 0), data.length);
    if (text !== undefined) bytes.set(text, textsAt[number]);
    bytes.set(data, dataAt[number]);
  });
  return bytes;
}

function svnData(svn: string): Uint8Array {
  const [major = 0, minor = 0] = svn.split('.').map(Number);
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, major * 0x1_0000 + minor, true);
  return bytes;
}

/** VS_VERSION_INFO with nothing but the fixed part. */
function versionData(version: string): Uint8Array {
  const bytes = new Uint8Array(40 + 52);
  const view = viewOf(bytes);
  view.setUint16(0, bytes.length, true);
  view.setUint16(2, 52, true);
  bytes.set(utf16('VS_VERSION_INFO', false), 6);
  view.setUint32(40, 0xfeef_04bd, true);
  view.setUint32(44, 0x1_0000, true);
  const [major = 0, minor = 0, build = 0, revision = 0] = version.split('.').map(Number);
  for (const at of [48, 56]) {
    view.setUint32(at, major * 0x1_0000 + minor, true);
    view.setUint32(at + 4, build * 0x1_0000 + revision, true);
  }
  return bytes;
}

function utf16(text: string, counted: boolean): Uint8Array {
  const start = counted ? 2 : 0;
  const bytes = new Uint8Array(start + 2 * text.length);
  const view = viewOf(bytes);
  if (counted) view.setUint16(0, text.length, true);
  for (let index = 0; index < text.length; index++) view.setUint16(start + 2 * index, text.charCodeAt(index), true);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
