/**
 * Whether a package file may be believed to be what its record says. A trusted SHA-256 decides. Where only a SHA-1 is
 * trusted, or the digests only find, the package's own signature must hold; a stand-in says of itself what it is, and is
 * used by its own rule. What nothing vouches for is unverified: kept and shown, and used by no run.
 */
import { FormatError } from '../formats/format-error.ts';
import type { Digests } from '../images/library/growing-digest.ts';
import { fileForm, formBytes } from '../packages/file-form.ts';
import { inspectPackage, type PackageInspection } from '../packages/inspect.ts';
import type { PinnedRoot } from '../packages/microsoft-roots.ts';
import { changedAfterSigning } from '../packages/signature.ts';
import type { OpenSource } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import type { ExpectedFile } from './expected.ts';
import { standInDifferences } from './stand-in.ts';

export type Verification = 'digest' | 'signature' | 'stand-in' | 'unverified';

export type Judgement =
  /** `reason` says why it is unverified; '' else. */
  { verification: Verification; reason: string } | { rejected: Rejected };

export interface Rejected {
  reason: 'wrong-length' | 'wrong-digest' | 'not-a-package' | 'broken-signature' | 'another-update';
  detail: string;
}

export interface JudgedFile {
  path: string;
  /** As the record has it, for messages. */
  name: string;
  size: number;
  digests: Digests;
}

/** Reads the file where its digest does not decide. Throws errors of the disk, and the reason of the signal. */
export async function judge(
  ports: Ports,
  file: JudgedFile,
  expected: ExpectedFile,
  { signal, roots }: { signal?: AbortSignal | undefined; roots?: readonly PinnedRoot[] | undefined } = {},
): Promise<Judgement> {
  const wrong = wrongDigest(file, expected);
  if (wrong !== undefined) return { rejected: wrong };
  const source = ports.files.source(file.path);
  try {
    const form = fileForm(source.read(0, Math.min(formBytes, source.size)));
    if (form.form === 'other') {
      return { rejected: { reason: 'not-a-package', detail: `${file.name} is ${form.what}: ${form.why}` } };
    }
    if (expected.trust === 'trusted' && expected.sha256 !== null) return { verification: 'digest', reason: '' };
    const inspection = inspected(ports, source, file.name);
    if (typeof inspection === 'string') {
      return { rejected: { reason: 'not-a-package', detail: `${file.name}: ${inspection}` } };
    }
    return await vouched(ports, { source, inspection, file, expected }, { signal, roots });
  } finally {
    source.close();
  }
}

function wrongDigest({ name, size, digests }: JudgedFile, expected: ExpectedFile): Rejected | undefined {
  if (expected.size !== null && size !== expected.size) {
    return { reason: 'wrong-length', detail: `${name} has ${size} bytes, not ${expected.size}` };
  }
  for (const [what, has, wanted] of [
    ['SHA-256', digests.sha256, expected.sha256],
    ['SHA-1', digests.sha1, expected.sha1],
  ] as const) {
    // Where a SHA-256 decides, the SHA-1 may not have been taken.
    if (wanted !== null && has !== '' && has !== wanted) {
      return { reason: 'wrong-digest', detail: `${name} has the ${what} ${has}, not ${wanted}` };
    }
  }
  return undefined;
}

/** What can be read of a package; a text that says why it is none. */
function inspected(ports: Ports, source: OpenSource, name: string): PackageInspection | string {
  try {
    const { newDigest, compression } = ports;
    return inspectPackage(source, name, { newDigest, inflateRaw: compression.inflateRaw });
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

interface Vouched {
  source: OpenSource;
  inspection: PackageInspection;
  file: JudgedFile;
  expected: ExpectedFile;
}

async function vouched(
  ports: Ports,
  { source, inspection, file, expected }: Vouched,
  { signal, roots }: { signal?: AbortSignal | undefined; roots?: readonly PinnedRoot[] | undefined },
): Promise<Judgement> {
  if (inspection.standIn) {
    const differences = standInDifferences(ports, source, expected.update);
    if (differences === '') return { verification: 'stand-in', reason: '' };
    return { rejected: { reason: 'another-update', detail: `${file.name} stands for another update: ${differences}` } };
  }
  const { packageSignature } = await import('./signature.ts');
  const { format, articleId } = inspection;
  const signature = await packageSignature(ports, { source, format, wanted: true, roots }, { signal });
  if (signature.reason === changedAfterSigning) {
    return { rejected: { reason: 'broken-signature', detail: `${file.name} was changed after it was signed` } };
  }
  const known =
    expected.trust === 'find' ? 'its digest only came from where the file came from' : 'only its SHA-1 is known';
  if (signature.verified !== true) {
    return { verification: 'unverified', reason: `${known}, and no signature vouches for it: ${signature.reason}` };
  }
  const isAnother = articleId !== null && expected.articleIds.length > 0 && !expected.articleIds.includes(articleId);
  if (!isAnother) return { verification: 'signature', reason: '' };
  const detail = `${file.name} is the package of KB${articleId}, not of KB${expected.articleIds.join(' or KB')}`;
  return { rejected: { reason: 'another-update', detail } };
}
