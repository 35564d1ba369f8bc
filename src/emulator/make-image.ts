/**
 * Makes images for rehearsals, tests and examples: WIM files whose indexes look like Windows to every reader (hives,
 * packages, XML), hold nothing of Microsoft's, and carry the mark of a rehearsal.
 * Guarantee: the same spec gives the same bytes. To add a member to the spec: image-spec.ts, then where it shows up
 * (windows-hives.ts, windows-tree.ts, `imageInfo` here).
 */
import type { ByteSink, NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import type { NewImageInfo } from '../formats/wim/image-xml.ts';
import { createWim } from '../formats/wim/write.ts';
import { bootFilesOf } from './boot-files.ts';
import { madeAt, type RehearsalImageSpec, type RehearsalIndexSpec } from './image-spec.ts';
import { memorySink } from './memory-sink.ts';
import { markedDescription, rehearsalMark } from './rehearsal-mark.ts';
import { architectures, fileTimeOf } from './windows-facts.ts';
import { isServer } from './windows-hives.ts';
import { windowsTree } from './windows-tree.ts';

export type { RehearsalImageSpec, RehearsalIndexSpec } from './image-spec.ts';

/** Writes the image that `spec` describes to an empty `sink`. Throws RangeError for a spec that makes no sense. */
export function makeRehearsalImage(spec: RehearsalImageSpec, to: { sink: ByteSink; newDigest: NewDigest }): void {
  checkSpec(spec);
  const writer = createWim(to.sink, {
    compression: spec.compression ?? 'XPRESS',
    newDigest: to.newDigest,
    guid: guidOf(JSON.stringify(spec), to.newDigest),
  });
  for (const index of spec.indexes) {
    const recovery = index.winre ? recoveryImage(index, to.newDigest) : undefined;
    const tree = windowsTree(index, (content, size) => writer.addBlob(content, size), {
      recovery,
      boot: bootFilesOf(index, to.newDigest),
    });
    writer.addImage(tree, imageInfo(index));
  }
  writer.finish({ rootElements: [rehearsalMark()] });
}

/** The recovery image inside an index: a small Windows of the same build. */
function recoveryImage(index: RehearsalIndexSpec, newDigest: NewDigest): Uint8Array {
  const { build, revision, release, architecture, language } = index;
  const boot = index.boot && { ...index.boot, svn: index.boot.recoverySvn ?? index.boot.svn };
  const machine = architectures[architecture].servicing;
  const name = `Microsoft Windows Recovery Environment (${machine})`;
  const pe = { name, edition: 'WindowsPE', installationType: 'WindowsPE', pe: 'recovery' as const };
  const sink = memorySink();
  makeRehearsalImage(
    { indexes: [{ ...pe, build, revision, release, architecture, language, boot }] },
    { sink, newDigest },
  );
  return sink.bytes();
}

/** 16 bytes that depend on nothing but the text. */
export function guidOf(text: string, newDigest: NewDigest): Uint8Array {
  const hex = digestOf(newDigest, 'sha256', new TextEncoder().encode(text));
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function imageInfo(spec: RehearsalIndexSpec): NewImageInfo {
  const description = markedDescription(spec.name);
  return {
    name: spec.name,
    description,
    displayName: spec.name,
    displayDescription: description,
    flags: spec.edition,
    created: fileTimeOf(madeAt),
    modified: fileTimeOf(madeAt),
    architecture: architectures[spec.architecture].wim,
    productName: 'Microsoft® Windows® Operating System',
    editionId: spec.edition,
    installationType: spec.installationType,
    productType: isServer(spec) ? 'ServerNT' : 'WinNT',
    productSuite: isServer(spec) ? 'Enterprise' : 'Terminal Server',
    languages: [spec.language],
    defaultLanguage: spec.language,
    version: { ...versionOf(spec), build: spec.build, spBuild: spec.revision, spLevel: 0 },
    systemRoot: 'WINDOWS',
  };
}

function versionOf({ version = '10.0' }: RehearsalIndexSpec): { major: number; minor: number } {
  return version === '6.3' ? { major: 6, minor: 3 } : { major: 10, minor: 0 };
}

function checkSpec({ indexes }: RehearsalImageSpec): void {
  if (indexes.length === 0) throw new RangeError('a rehearsal image needs at least one index');
  for (const spec of indexes) {
    for (const [member, maximum] of Object.entries(largest)) {
      const value = spec[member as keyof typeof largest] ?? 0;
      if (!Number.isSafeInteger(value) || value < 0 || value > maximum) {
        throw new RangeError(`${member} of "${spec.name}" is ${value}; it can be 0 to ${maximum}`);
      }
    }
    for (const [member, { form, words }] of Object.entries(forms)) {
      const value = spec[member as keyof typeof forms];
      if (value !== undefined && !form.test(value)) {
        throw new RangeError(`${member} of an index cannot be ${JSON.stringify(value)}; it is ${words}`);
      }
    }
    for (const svn of [spec.boot?.svn, spec.boot?.recoverySvn]) {
      if (svn !== undefined && !/^\d{1,4}\.\d{1,4}$/.test(svn)) {
        throw new RangeError(`a secure version number of "${spec.name}" is ${svn}; it is two numbers, for example 9.0`);
      }
    }
    if ((spec.bytes ?? 0) > 0 && !spec.files)
      throw new RangeError(`"${spec.name}" has bytes but no files to hold them`);
  }
}

const largest = {
  build: 999_999,
  revision: 999_999,
  packages: 20_000,
  files: 1_000_000,
  bytes: Number.MAX_SAFE_INTEGER,
} as const;

/** What becomes text of the registry and the XML, and what becomes part of file names. */
const forms = {
  name: { form: /^[^\p{Cc}\p{Cs}]{1,250}$/u, words: 'a text of at most 250 characters' },
  edition: { form: /^[A-Za-z0-9-]{1,60}$/, words: 'letters, digits and hyphens, for example Enterprise' },
  installationType: { form: /^[A-Za-z0-9 ]{1,60}$/, words: 'Client, Server or Server Core' },
  release: { form: /^[A-Za-z0-9.]{1,20}$/, words: 'the name of a release, for example 24H2' },
  language: { form: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/, words: 'the tag of a language, for example en-US' },
  dotNet: {
    form: /^\d{1,5}(?:\.\d{1,5}){2,3}$/,
    words: 'the version of a cumulative update of .NET, three or four numbers, for example 10.0.9321.3',
  },
} as const;
