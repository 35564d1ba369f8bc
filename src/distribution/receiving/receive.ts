/**
 * Fetches images from a distribution point into a folder: of a version that is there already only what changed travels,
 * what was cut goes on, and a file gets its name when its digest is that of the signed manifest, never before.
 */
import { dirname, join } from 'node:path';
import { throttle } from '../../content/download/bandwidth.ts';
import type { PointImage, PointVersion } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import type { Ports } from '../../ports/index.ts';
import { persistently } from '../points/persistently.ts';
import type { Method } from '../points/point.ts';
import type { Candidate } from '../points/store/bringing.ts';
import { bring } from '../points/store/candidate.ts';
import { fixedNameOf, manifestPath, underRoot, versionFile } from '../points/store/layout.ts';
import { ensureSpare } from '../points/store/spare.ts';
import { type BelievedManifest, believedManifest } from './believed-manifest.ts';
import { misfit, type Wish } from './choose.ts';
import { whileAloneIn } from './folder-lock.ts';
import type { Origin } from './origin.ts';
import { assertOwn, isUntouched, type Place, type SavedFile, savedFile, settle } from './place.ts';

/** A round trip takes about as long as this many bytes. */
const gap = 16 * 1024;
/** Free room that is ample for a spare, in sizes of the image. */
const ampleRoom = 10;
/** Milliseconds without an answer of the folder. */
const patience = 600_000;

export interface Receiving {
  ports: Ports;
  origin: Origin;
  /** Folder that is saved into. */
  to: string;
  wish: Wish;
  trusted: ReadonlySet<string>;
  attempts: number;
  /** Keeps a copy that the next version is made of; made after the first save. Undefined: where there is ample room. */
  spare: boolean | undefined;
  bandwidthLimit: number;
  dryRun: boolean;
  signal: AbortSignal;
  onNote(message: string): void;
  onProgress(imageName: string, done: number, total: number): void;
}

export interface Received {
  image: PointImage;
  version: PointVersion;
  path: string;
  /** Null in a dry run. */
  method: Method | null;
  bytesReceived: number;
}

export interface Receipt {
  fingerprint: string;
  /** When the manifest was made. */
  created: string;
  saved: Received[];
  skipped: { image: PointImage; reason: string }[];
}

/** Throws Problem ImgManifestUntrusted, ImgNoImageFits, ImgPointUnreachable, ImgPointRefuses, ImgFolderBusy, and of files. */
export async function receiveImages(receiving: Receiving): Promise<Receipt> {
  const { ports, to, dryRun } = receiving;
  if (dryRun) return persistently(receiving, () => choose(receiving));
  try {
    ports.files.makeFolder(to);
    const received = new Map<string, number>();
    // Each attempt with a fresh manifest, and on from where it was.
    return await whileAloneIn(ports, to, () => persistently(receiving, () => receive(receiving, received)));
  } catch (error) {
    throw localProblem(error, to);
  }
}

async function choose(receiving: Receiving): Promise<Receipt & { believed: BelievedManifest }> {
  const { ports, origin, to, wish, trusted } = receiving;
  const believed = await believedManifest(ports, origin, { trusted, known: manifestPath(to) });
  const { manifest, fingerprint } = believed;
  const judged = manifest.images.map((image) => ({ image, reason: misfit(image, wish) }));
  const saved = judged.flatMap(({ image, reason }): Received[] => {
    const [version] = image.versions;
    if (reason !== undefined || version === undefined) return [];
    return [{ image, version, path: join(to, nameOf(image)), method: null, bytesReceived: 0 }];
  });
  const skipped = judged.flatMap(({ image, reason }) => (reason === undefined ? [] : [{ image, reason }]));
  if (saved.length > 0) return { believed, fingerprint, created: manifest.created, saved, skipped };
  const why = skipped.map(({ image, reason }) => `${image.name} ${reason}`).join('; ');
  throw new Problem('ImgNoImageFits', {
    detail: `${origin.shown} has no image that fits: ${why === '' ? 'it has none at all' : why}.`,
  });
}

/** `received`: bytes of each image over all attempts. */
async function receive(receiving: Receiving, received: Map<string, number>): Promise<Receipt> {
  const { ports, to } = receiving;
  const { believed, ...chosen } = await choose(receiving);
  const saved: Received[] = [];
  for (const each of chosen.saved) saved.push(await save(receiving, each, received));
  ports.files.replaceText(manifestPath(to), believed.text);
  for (const { image, version, path } of saved) {
    if (receiving.signal.aborted || !keepsSpare(receiving, version)) continue;
    await ensureSpare(ports, to, image.imageId, { ...version, path });
  }
  return { ...chosen, saved };
}

async function save(receiving: Receiving, wanted: Received, received: Map<string, number>): Promise<Received> {
  const { ports, origin, to, signal } = receiving;
  const { image, version, path } = wanted;
  const place: Place = { ports, root: to, imageId: image.imageId };
  ports.files.makeFolder(dirname(underRoot(to, versionFile(image.imageId, version.sourceVersion))));
  const before = savedFile(place);
  const next: SavedFile = {
    ...{ name: nameOf(image), size: version.size },
    ...{ sha256: version.sha256, sourceVersion: version.sourceVersion },
  };
  // A month of the same size: of a file that is known to be another one nothing need be read.
  const isOther = before?.name === next.name && before.sha256 !== next.sha256 && isUntouched(place, before);
  const isThere = !isOther && (await isWhole(receiving, path, version));
  if (!isThere) assertOwn(place, next.name, before);
  const already = origin.received();
  let candidate: Candidate | undefined;
  try {
    if (!isThere) candidate = await brought(receiving, wanted, before);
  } finally {
    received.set(image.imageId, (received.get(image.imageId) ?? 0) + origin.received() - already);
  }
  signal.throwIfAborted();
  await settle(place, next, { candidate, before, spare: keepsSpare(receiving, version) });
  return { ...wanted, method: candidate?.method ?? 'same', bytesReceived: received.get(image.imageId) ?? 0 };
}

/** A spare takes the room that the next save would take anyway; a machine that has little is not asked for it for good. */
function keepsSpare({ ports, to, spare }: Receiving, { size }: PointVersion): boolean {
  return spare ?? ports.files.freeSpace(to) >= ampleRoom * size;
}

function brought(
  receiving: Receiving,
  { image, version }: Received,
  before: SavedFile | undefined,
): Promise<Candidate> {
  const { ports, origin, to, bandwidthLimit, signal, onProgress } = receiving;
  const limited = throttle(ports.clock, { bandwidthLimit, bandwidthWindow: '' });
  return bring({
    ...{ ports, name: origin.shown, root: to, gap, signal, patience },
    content: { imageId: image.imageId, imageName: image.name, size: version.size, sha256: version.sha256 },
    open: () => origin.open(version),
    base: before === undefined ? undefined : { path: join(to, before.name), sha256: before.sha256 },
    travel: (bytes) => limited.take(bytes, signal),
    onProgress: (done, total) => onProgress(image.name, done, total),
  });
}

async function isWhole({ ports, signal }: Receiving, path: string, { size, sha256 }: PointVersion): Promise<boolean> {
  const facts = ports.files.facts(path);
  if (facts?.kind !== 'file' || facts.size !== size) return false;
  return (await ports.files.digest(path, ['sha256'], { signal })).sha256 === sha256;
}

/** From the manifest, and a name all the same, never a path. */
function nameOf({ fixedName, name }: PointImage): string {
  return fixedNameOf((fixedName ?? name).replace(/\.wim$/i, ''));
}

/** The folder is no distribution point: its problems are told as those of a folder. */
function localProblem(error: unknown, to: string): unknown {
  if (error instanceof Problem) {
    return error.id === 'ImgPointFull'
      ? new Problem('ImgInsufficientSpace', { ...error.facts, detail: error.message })
      : error;
  }
  return fileProblem(error, { path: to, doing: 'write' });
}
