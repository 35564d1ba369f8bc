/** Makes the new version of a copy of an earlier one: of the spare, or of a clone that is made now. */
import type { RandomFile } from '../../../ports/files.ts';
import { build } from '../../blocks/build.ts';
import { changesInPlace, joinNear, planBlocks, type Segment } from '../../blocks/plan.ts';
import { type FarFile, type OpenFarFile, readTables, type WimTables } from '../../blocks/tables.ts';
import { assertRoom, type Bringing, type Candidate, patiently, targetOf } from './bringing.ts';
import { Flush } from './flush.ts';
import { partPaths } from './layout.ts';
import { noteSpareWork, removeSpare, type Spare } from './spare.ts';

/** Of a copy that is changed in place more than this share would be written: then it is built anew. */
const mostChanged = 0.7;

/** Whether little enough changes for a copy to be changed in place. */
export function isWorthPatching(changes: readonly Segment[], size: number): boolean {
  return lengthOf(changes) <= mostChanged * size;
}

/** Makes the new version of the spare, from the beginning or from where it was cut. */
export async function patchedSpare(
  work: Bringing,
  { next, tables, spare }: { next: OpenFarFile; tables: WimTables; spare: Spare },
): Promise<Candidate | undefined> {
  const { ports, content, root, base } = work;
  const { imageId } = content;
  const file = await patiently(work, spare.path, 'rewrite');
  try {
    const isLocal = !ports.files.isRemote(root);
    const begun = spare.work ?? (await plannedWork(work, { file, tables, isLocal }));
    if (begun === undefined) return undefined;
    if (content.size > file.size) assertRoom(work, content.size - file.size);
    noteSpareWork(ports, root, imageId, spare, begun);
    const isBase = begun.previous !== null && begun.previous === base?.sha256;
    const previous = isBase ? await patiently(work, base.path, 'read') : undefined;
    try {
      const patched = await patch(work, {
        ...{ path: spare.path, file, next, previous, from: begun.done },
        // A base that is not there any more: its pieces travel.
        segments: isBase ? begun.segments : begun.segments.map((each) => ({ ...each, previous: null })),
        onSafe: (done) => noteSpareWork(ports, root, imageId, spare, { ...begun, done }),
      });
      if (patched.isRight) return { path: spare.path, method: 'patched', bytesSent: patched.sent };
    } finally {
      await previous?.close();
    }
  } finally {
    await file.close();
  }
  removeSpare(ports, root, imageId);
  return undefined;
}

async function plannedWork(
  { content, base, ...work }: Bringing,
  { file, tables, isLocal }: { file: RandomFile; tables: WimTables; isLocal: boolean },
): Promise<Spare['work']> {
  const known = await readTables(file);
  const inSpare = known === undefined ? undefined : planBlocks(tables, known);
  if (inSpare === undefined) return undefined;
  let inBase: Segment[] | undefined;
  if (base !== undefined && isLocal) {
    const previous = await patiently(work, base.path, 'read');
    try {
      const baseTables = await readTables(previous);
      inBase = baseTables === undefined ? undefined : planBlocks(tables, baseTables);
    } finally {
      await previous.close();
    }
  }
  const segments = joinNear(changesInPlace(inSpare, inBase), work.gap);
  if (!isWorthPatching(segments, content.size)) return undefined;
  const previous = inBase === undefined ? null : (base?.sha256 ?? null);
  return { sha256: content.sha256, size: content.size, segments, previous, done: 0 };
}

/** Makes the new version of a copy that shares its blocks with the earlier version, made now; undefined where there is no such thing. */
export async function patchedClone(
  work: Bringing,
  { next, previous, changes, from }: { next: OpenFarFile; previous: RandomFile; changes: Segment[]; from: string },
): Promise<Candidate | undefined> {
  const { ports, content, root } = work;
  const { part, journal } = partPaths(root, content.imageId);
  if (ports.files.facts(part) !== undefined && ports.files.facts(journal) !== undefined) return undefined;
  ports.files.remove(part);
  if (!(await ports.files.clone(from, part))) return undefined;
  const file = await patiently(work, part, 'rewrite');
  try {
    const patched = await patch(work, { path: part, file, next, previous, segments: changes, from: 0 });
    if (patched.isRight) return { path: part, method: 'patched', bytesSent: patched.sent };
  } finally {
    await file.close();
  }
  ports.files.remove(part);
  return undefined;
}

/**
 * Changes a copy of an earlier version into the new one. What does not change, and what is written, is read back behind
 * the writer, so that little is left to be read and brought to the disk at the end.
 */
async function patch(
  { ports, content, signal, ...work }: Bringing,
  copy: {
    path: string;
    file: RandomFile;
    next: FarFile;
    previous: RandomFile | undefined;
    segments: readonly Segment[];
    from: number;
    onSafe?: (at: number) => void;
  },
): Promise<{ isRight: boolean; sent: number }> {
  const { path, file, segments, from, next, previous } = copy;
  const { size, sha256 } = content;
  const flush = new Flush(file, copy.onSafe);
  let sent = 0;
  // A shorter copy than the plan was made for would be read beyond its end.
  if (file.size < size) await file.truncate(size);
  const follower = ports.files.followDigest(path, ['sha256']);
  try {
    const first = segments.find(({ at, length }) => at + length > from);
    follower.advance(first === undefined ? size : Math.max(first.at, from));
    await build({
      ...{ segments, next, previous, from, signal, travel: work.travel, ...targetOf(file, work, ports) },
      onDone(at, bytes, travelled) {
        sent += travelled;
        flush.written(at, bytes);
        work.onProgress(at, size);
        follower.advance(at);
      },
    });
    await file.truncate(size);
    const [found] = await Promise.all([follower.finish(size), flush.finish()]);
    signal.throwIfAborted();
    return { isRight: found.sha256 === sha256, sent };
  } finally {
    await flush.settled();
    await follower.end();
  }
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}
