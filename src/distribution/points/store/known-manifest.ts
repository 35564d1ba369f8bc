import type { PointImage, PointManifest, PointVersion } from '../../../contract/generated/types.ts';
import type { Content, PointContext } from '../point.ts';
import { readManifest, signManifest } from './signed-manifest.ts';

/**
 * What the manifest of a distribution point says: `text` is what lies there, undefined where nothing does. One that is not
 * ours or was changed says nothing. `where` is its place, for the warning.
 */
export async function knownManifest(
  { ports, name, key }: PointContext,
  where: string,
  text: string | undefined,
): Promise<{ manifest: PointManifest; warnings: string[] }> {
  const empty: PointManifest = {
    formatVersion: '1.0',
    point: name,
    created: ports.clock.now().toISOString(),
    images: [],
  };
  if (text === undefined) return { manifest: empty, warnings: [] };
  const read = readManifest(ports.signing, text);
  if ('wrong' in read) return { manifest: empty, warnings: [`${where} is not believed: ${read.wrong}`] };
  const { publicKey } = await key();
  if (read.fingerprint === ports.signing.fingerprintOf(publicKey)) return { manifest: read.manifest, warnings: [] };
  return { manifest: empty, warnings: [`${where} is not believed: another site signed it`] };
}

/** What the manifest says of a version that lies at `file`; `url`: the address of the distribution point, where it has one. */
export function versionEntry(
  { sourceVersion, size, sha256, revision }: Content,
  { file, url, sent }: { file: string; url: string | undefined; sent: Date },
): PointVersion {
  return {
    ...{ sourceVersion, file, size, sha256, revision, sent: sent.toISOString() },
    ...(url === undefined ? {} : { urls: [new URL(file, url).href] }),
  };
}

/** What the manifest says of an image; `versions`: the current one first. */
export function imageEntry(
  { imageId, imageName: name, version, architecture, language, indexes }: Content,
  { fixedName, versions }: Pick<PointImage, 'fixedName' | 'versions'>,
): PointImage {
  return { imageId, name, version, fixedName, architecture, language, indexes, versions };
}

/** The signed text of the manifest with what it says of one image from now on. */
export async function manifestWith(
  { ports, name, key }: PointContext,
  known: PointManifest,
  image: PointImage,
): Promise<string> {
  const images = [...known.images.filter(({ imageId }) => imageId !== image.imageId), image];
  images.sort((a, b) => (a.name < b.name ? -1 : 1));
  return signManifest(ports.signing, await key(), {
    ...{ formatVersion: '1.0', point: name, created: ports.clock.now().toISOString() },
    images,
  });
}
