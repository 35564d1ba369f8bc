/**
 * The inside of a stand-in update package: a WIM (as .msu files are since 24H2) with the package's manifest, a small
 * JSON that says what it stands for, and a payload of no meaning. Nothing of Microsoft's is in it.
 */
import type { ByteSource, NewDigest } from '../formats/bytes.ts';
import { FormatError } from '../formats/format-error.ts';
import type { PackageManifest } from '../formats/mum/manifest.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import { openWim } from '../formats/wim/open.ts';
import { isRehearsal } from './rehearsal-mark.ts';
import { type Architecture, architectures } from './windows-facts.ts';

/** What a stand-in stands for; the members of `rehearsal package`. */
export interface StandInFacts {
  kind: string;
  /** Without "KB". */
  articleId: string;
  release: string;
  installationType: string;
  build: number;
  revision: number;
  architecture: Architecture;
  /** Revision of the checkpoint that must be installed before: "26100.1742". */
  baseline?: string | undefined;
  /** Lowest version of the servicing stack. */
  requires?: string | undefined;
  dotNet?: string | undefined;
}

export interface StandInPackage {
  facts: StandInFacts;
  manifest: PackageManifest;
  manifestText: Uint8Array;
  /** Reads the payload; SHA-1 is checked. */
  payload(): Uint8Array;
}

export const member = { manifest: 'update.mum', facts: 'rehearsal.json', payload: 'payload.bin' } as const;

/**
 * Reads a stand-in. Throws FormatError: 'not-recognised' when it is no WIM file, 'unsupported' when it is one but not a
 * package made by `rehearsal package` (a real update among them), else what the WIM reader found.
 */
export function readStandInPackage(source: ByteSource, newDigest: NewDigest): StandInPackage {
  const wim = openWim(source, newDigest);
  if (!isRehearsal(wim) || wim.images.length !== 1) throw notOurs();
  const tree = wim.tree(1);
  const read = (name: string, limit: number): Uint8Array => {
    const sha1 = tree.find(`\\${name}`)?.sha1;
    if (!sha1) throw notOurs();
    return wim.readAll(sha1, limit);
  };
  const facts = parseFacts(read(member.facts, MAX_FACTS));
  const manifestText = read(member.manifest, MAX_MANIFEST);
  return {
    facts,
    manifest: parseManifest(manifestText),
    manifestText,
    payload: () => read(member.payload, MAX_PAYLOAD),
  };
}

function parseFacts(bytes: Uint8Array): StandInFacts {
  let facts: Record<string, unknown>;
  try {
    facts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FormatError('corrupt', `${member.facts} in the package is not JSON`, { cause });
  }
  const { kind, articleId, release, installationType, build, revision, architecture } = facts;
  const whole = [build, revision].every((value) => Number.isSafeInteger(value) && Number(value) >= 0);
  const texts = [kind, articleId, release, installationType].every((value) => typeof value === 'string');
  if (!whole || !texts || !Object.hasOwn(architectures, String(architecture))) {
    throw new FormatError('corrupt', `${member.facts} in the package does not say what it stands for`);
  }
  const optional = (name: string): string | undefined => {
    const value = facts[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    kind: String(kind),
    articleId: String(articleId),
    release: String(release),
    installationType: String(installationType),
    build: Number(build),
    revision: Number(revision),
    architecture: architecture as Architecture,
    baseline: optional('baseline'),
    requires: optional('requires'),
    dotNet: optional('dotNet'),
  };
}

function notOurs(): FormatError {
  return new FormatError('unsupported', 'the package was not made by "rehearsal package"');
}

const MAX_FACTS = 64 * 1024;
const MAX_MANIFEST = 16 * 1024 * 1024;
const MAX_PAYLOAD = 256 * 1024 * 1024;
