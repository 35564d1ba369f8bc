/** The manifest of a distribution point, believed or refused. */
import type { PointManifest } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { longestManifest, type ReadManifest, readManifest } from '../points/store/signed-manifest.ts';
import type { Origin } from './origin.ts';

export interface BelievedManifest {
  text: string;
  manifest: PointManifest;
  fingerprint: string;
}

/**
 * `trusted`: fingerprints of the sites whose word counts; empty: the site that signed the manifest of the save before,
 * which lies at `known`. An older manifest than that one is refused: somebody may play back an old version. Throws Problem
 * ImgManifestUntrusted, and those of the origin.
 */
export async function believedManifest(
  { signing, files }: Pick<Ports, 'signing' | 'files'>,
  origin: Origin,
  { trusted, known }: { trusted: ReadonlySet<string>; known: string },
): Promise<BelievedManifest> {
  const text = await origin.manifest();
  const read = readManifest(signing, text);
  if ('wrong' in read) throw untrusted(`The manifest of ${origin.shown}: ${read.wrong}.`);
  const { manifest, fingerprint } = read;
  const before = savedManifest({ signing, files }, known);
  const allowed = trusted.size === 0 && before !== undefined ? new Set([before.fingerprint]) : trusted;
  if (!allowed.has(fingerprint)) {
    const whose = allowed.size === 0 ? 'and no key is trusted yet' : 'which is not trusted';
    throw untrusted(`The manifest of ${origin.shown} is signed with the key ${fingerprint}, ${whose}.`);
  }
  if (before?.fingerprint === fingerprint && before.manifest.created > manifest.created) {
    throw untrusted(
      `The manifest of ${origin.shown} is of ${manifest.created}; the one before, ${known}, is newer (${before.manifest.created}).`,
      'Somebody may offer an old version again, or the clock of the site was set back. Remove the file that is named only when you know why.',
    );
  }
  return { text, manifest, fingerprint };
}

function savedManifest(
  { signing, files }: Pick<Ports, 'signing' | 'files'>,
  path: string,
): Exclude<ReadManifest, { wrong: string }> | undefined {
  if (files.facts(path)?.kind !== 'file') return undefined;
  try {
    const read = readManifest(signing, files.text(path, longestManifest));
    return 'wrong' in read ? undefined : read;
  } catch {
    return undefined;
  }
}

function untrusted(detail: string, remedy?: string): Problem {
  return new Problem('ImgManifestUntrusted', { detail, ...(remedy === undefined ? {} : { remedy }) });
}
