import { arraySource } from '../formats/array-source.ts';
import type { DigestAlgorithm, NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import { FormatError } from '../formats/format-error.ts';
import { bootFacts } from '../formats/pe/boot-facts.ts';
import { openPe, type PeFile } from '../formats/pe/open.ts';
import { signaturesOf, signedPieces } from '../formats/pe/signatures.ts';
import { bootAuthorities, generationOf } from './authorities.ts';
import type { BootFile, BootProgram, BootSignature } from './types.ts';

/** What a boot program says of itself, wherever it lies. */
export type ProgramFacts = Pick<
  BootFile,
  'architecture' | 'size' | 'sha256' | 'version' | 'svn' | 'signatures' | 'problem'
>;

/** Real boot managers have some 3 MB. */
export const mostProgramBytes = 64 << 20;

const machines: Record<number, string> = { 332: 'x86', 452: 'arm', 34404: 'x64', 43620: 'arm64' };

/** What a file is for, by its name alone; where it lies says nothing. */
const programs: readonly [RegExp, BootProgram][] = [
  [/^bootmgfw(?:_ex)?\.efi$/i, 'bootmgfw'],
  [/^boot(?:x64|aa64|ia32|arm)\.efi$/i, 'bootmgfw'],
  [/^bootmgr(?:_ex)?\.efi$/i, 'bootmgr'],
  [/^winload(?:_ex)?\.efi$/i, 'winload'],
  [/^cdboot(?:_noprompt)?(?:_ex)?\.efi$/i, 'cdboot'],
  [/^wdsmgfw(?:_ex)?\.efi$/i, 'wdsmgfw'],
];

/** Undefined for what is no boot program of Windows. */
export function programOf(name: string): BootProgram | undefined {
  return programs.find(([form]) => form.test(name))?.[1];
}

/** Reads a boot program. A file that is damaged is described by `problem`, never thrown. */
export async function readProgram(bytes: Uint8Array, newDigest: NewDigest): Promise<ProgramFacts> {
  const facts: ProgramFacts = {
    ...{ architecture: null, size: bytes.length, sha256: digestOf(newDigest, 'sha256', bytes) },
    ...{ version: null, svn: null, signatures: [], problem: '' },
  };
  try {
    const source = arraySource(bytes);
    const pe = openPe(source);
    facts.architecture = machines[pe.machine] ?? null;
    facts.signatures = await readSignatures(bytes, pe, newDigest);
    Object.assign(facts, bootFacts(source, pe));
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    facts.problem = error.message;
  }
  return facts;
}

async function readSignatures(bytes: Uint8Array, pe: PeFile, newDigest: NewDigest): Promise<BootSignature[]> {
  const source = arraySource(bytes);
  const found = signaturesOf(source, pe);
  if (found.length === 0) return [];
  const digestOf = (algorithm: DigestAlgorithm): string => {
    const digest = newDigest(algorithm);
    for (const piece of signedPieces(source, pe)) digest.update(piece);
    return digest.hex();
  };
  // A file of its own in the bundle: most commands need no certificates.
  const { checkAuthority } = await import('../packages/authenticode.ts');
  const checked: BootSignature[] = [];
  for (const signature of found) {
    const { issuer, ...rest } = await checkAuthority(signature, { newDigest, known: bootAuthorities, digestOf });
    checked.push({ issuer, generation: generationOf(issuer), ...rest });
  }
  return checked;
}

/** Issuer of the signature around a list of revoked files (boot.stl); null where there is none that can be read. */
export async function listIssuer(bytes: Uint8Array, newDigest: NewDigest): Promise<string | null> {
  const { checkAuthority } = await import('../packages/authenticode.ts');
  return (await checkAuthority(bytes, { newDigest, known: bootAuthorities })).issuer;
}
