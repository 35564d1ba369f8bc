/**
 * The inside of a stand-in update package: the package's manifest, a small JSON that says what it stands for, and a payload
 * of no meaning. Nothing of Microsoft's is in it. It comes in the forms that real updates have: a WIM (.msu since 24H2), a
 * cabinet with the package's cabinet in it (.msu before), or that cabinet alone (.cab).
 */
import type { ByteSource } from '../../formats/bytes.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { PackageManifest } from '../../formats/mum/manifest.ts';
import { parseManifest } from '../../formats/mum/parse.ts';
import { openWim } from '../../formats/wim/open.ts';
import { isRehearsal } from '../../images/rehearsal.ts';
import { type Architecture, isArchitecture } from '../../updates/kinds.ts';
import { fileForm, formBytes } from '../file-form.ts';
import { cabinetMembers } from './cabinet.ts';
import { type MemberReader, member, notOurs, type StandInTools } from './members.ts';

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
  /** Language of a language pack: "de-DE". */
  language?: string | undefined;
  /** Capability that a feature on demand is: "Language.Basic~~~de-DE~0.0.1.0". */
  capability?: string | undefined;
}

export interface StandInPackage {
  facts: StandInFacts;
  manifest: PackageManifest;
  manifestText: Uint8Array;
  /** Reads the payload; what the form has to check it is checked: SHA-1, in cabinets only their checksums. */
  payload(): Uint8Array;
}

/**
 * Reads a stand-in of any form. Throws FormatError: 'not-recognised' when it is no package at all, 'unsupported' when it
 * is one but not made by `rehearsal package` (a real update among them), else what the reader of the form found.
 */
export function readStandInPackage(source: ByteSource, tools: StandInTools): StandInPackage {
  const { form } = fileForm(source.read(0, Math.min(formBytes, source.size)));
  return standInOf(form === 'cab' ? cabinetMembers(source, tools) : wimMembers(source, tools));
}

/** Reads the stand-in that these members make up. Throws FormatError. */
export function standInOf(read: MemberReader): StandInPackage {
  const facts = parseFacts(read(member.facts, MAX_FACTS));
  const manifestText = read(member.manifest, MAX_MANIFEST);
  return {
    facts,
    manifest: parseManifest(manifestText),
    manifestText,
    payload: () => read(member.payload, MAX_PAYLOAD),
  };
}

function wimMembers(source: ByteSource, { newDigest }: StandInTools): MemberReader {
  const wim = openWim(source, newDigest);
  if (!isRehearsal(wim) || wim.images.length !== 1) throw notOurs();
  const tree = wim.tree(1);
  return (name, limit) => {
    const sha1 = tree.find(`\\${name}`)?.sha1;
    if (!sha1) throw notOurs();
    return wim.readAll(sha1, limit);
  };
}

function parseFacts(bytes: Uint8Array): StandInFacts {
  let facts: Record<string, unknown>;
  try {
    facts = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {};
  } catch (cause) {
    throw new FormatError('corrupt', `${member.facts} in the package is not JSON`, { cause });
  }
  const { kind, articleId, release, installationType, build, revision, architecture } = facts;
  const whole = [build, revision].every((value) => Number.isSafeInteger(value) && Number(value) >= 0);
  const texts = [kind, articleId, release, installationType].every((value) => typeof value === 'string');
  if (!whole || !texts || !isArchitecture(architecture)) {
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
    architecture,
    baseline: optional('baseline'),
    requires: optional('requires'),
    dotNet: optional('dotNet'),
    language: optional('language'),
    capability: optional('capability'),
  };
}

const MAX_FACTS = 64 * 1024;
const MAX_MANIFEST = 16 * 1024 * 1024;
const MAX_PAYLOAD = 256 * 1024 * 1024;
