/**
 * Brings the bytes of a new version to the folder of a distribution point, the cheapest way that its file system allows.
 * What it makes is not served yet, and is returned only when the digest of all of it, read back, is the right one.
 */
import { Problem } from '../../../errors.ts';
import { changesInPlace, joinNear, newBytes, planBlocks, type Segment } from '../../blocks/plan.ts';
import { type OpenFarFile, readTables } from '../../blocks/tables.ts';
import { type Bringing, type Candidate, patiently } from './bringing.ts';
import { isWorthPatching, patchedClone, patchedSpare } from './patching.ts';
import { usableSpare } from './spare.ts';
import { written } from './writing.ts';

/** Where less than this share is there already, a plain copy is as good. */
const leastReused = 0.1;
/** Many small pieces take longer than one large one. Bytes. */
const leastPiece = 64 * 1024;

/** Throws Problem ImgPointFull, ImgPointDamages, ImgFileUnreadable, errors of the platform, the reason of the signal. */
export async function bring(work: Bringing): Promise<Candidate> {
  const next = await work.open();
  try {
    const cheap = await cheaply(work, next);
    if (cheap !== undefined) return cheap;
    const copied = await written(work, next, { segments: whole(work.content.size), previous: undefined });
    if (copied !== undefined) return copied;
    throw new Problem('ImgPointDamages', {
      detail: `${work.name}: the copy of ${work.content.imageName} in ${work.root} has another digest than the published file. It was removed.`,
    });
  } finally {
    await next.close();
  }
}

/** What of earlier versions can be used is; undefined where nothing can, or what was there is not what it should be. */
async function cheaply(work: Bringing, next: OpenFarFile): Promise<Candidate | undefined> {
  const { ports, content, root, base } = work;
  const tables = await readTables(next);
  if (tables === undefined) return undefined;
  const spare = usableSpare(ports, root, content.imageId, content.sha256);
  if (spare !== undefined) {
    const patched = await patchedSpare(work, { next, tables, spare });
    if (patched !== undefined) return patched;
  }
  if (base === undefined) return undefined;
  const previous = await patiently(work, base.path, 'read');
  try {
    const known = await readTables(previous);
    const planned = known === undefined ? undefined : planBlocks(tables, known);
    if (planned === undefined) return undefined;
    const segments = joinNear(planned, work.gap);
    const changes = changesInPlace(segments, segments);
    if (isWorthPatching(changes, content.size)) {
      const cloned = await patchedClone(work, { next, previous, changes, from: base.path });
      if (cloned !== undefined) return cloned;
    }
    // From a share the pieces would come here and go back again: a copy travels once.
    const isWorth =
      newBytes(segments) <= (1 - leastReused) * content.size &&
      (work.gap > 0 || content.size / segments.length >= leastPiece);
    if (!isWorth || ports.files.isRemote(root)) return undefined;
    return await written(work, next, { segments, previous });
  } finally {
    await previous.close();
  }
}

function whole(size: number): Segment[] {
  return size === 0 ? [] : [{ at: 0, length: size, previous: null }];
}
