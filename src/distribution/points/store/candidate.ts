/**
 * Brings the bytes of a new version to the folder of a distribution point, the cheapest way that its file system allows.
 * What it makes is not served yet, and is returned only when the digest of all of it, read back, is the right one.
 */
import { Problem } from '../../../errors.ts';
import type { RandomFile } from '../../../ports/files.ts';
import type { Ports } from '../../../ports/index.ts';
import { type BuildTarget, build } from '../../blocks/build.ts';
import { changesInPlace, joinNear, newBytes, planBlocks, type Segment } from '../../blocks/plan.ts';
import { type FarFile, type OpenFarFile, readTables, type WimTables } from '../../blocks/tables.ts';
import type { Content, Method } from '../point.ts';
import { Flush } from './flush.ts';
import { partPaths } from './layout.ts';
import { patient } from './patient.ts';
import { noteSpareWork, removeSpare, type Spare, usableSpare } from './spare.ts';

export interface Candidate {
  path: string;
  method: Method;
  bytesSent: number;
}

export interface Bringing {
  ports: Ports;
  /** Name of the distribution point, for messages. */
  name: string;
  root: string;
  content: Pick<Content, 'imageId' | 'imageName' | 'size' | 'sha256'>;
  /** Opens the file that is brought, and no other one that took its place. */
  open(): Promise<OpenFarFile>;
  /** Each piece from afar costs a round trip: shorter gaps between new bytes than this travel too. Bytes; 0 on a disk. */
  gap: number;
  /** A version of the image that is there, whole as far as its size tells. */
  base: { path: string; sha256: string } | undefined;
  /** Milliseconds without an answer after which the distribution point counts as gone. */
  patience: number;
  signal: AbortSignal;
  travel(bytes: number): Promise<void>;
  onProgress(done: number, total: number): void;
}

/** Of a copy that is changed in place more than this share would be written: then it is built anew. */
const mostChanged = 0.7;
/** Where less than this share is there already, a plain copy is as good. */
const leastReused = 0.1;
/** Many small pieces take longer than one large one. Bytes. */
const leastPiece = 64 * 1024;
/** What tables and journals take beside the file. */
const margin = 16 * 1024 * 1024;
/** To a share each piece costs a round trip. Bytes. */
const shareStretch = 4 * 1024 * 1024;

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
    if (lengthOf(changes) <= mostChanged * content.size) {
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

/** Makes the new version of the spare, from the beginning or from where it was cut. */
async function patchedSpare(
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
  if (lengthOf(segments) > mostChanged * content.size) return undefined;
  const previous = inBase === undefined ? null : (base?.sha256 ?? null);
  return { sha256: content.sha256, size: content.size, segments, previous, done: 0 };
}

/** The same with a copy that shares its blocks with the earlier version, made now; undefined where there is no such thing. */
async function patchedClone(
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

interface PartJournal {
  sha256: string;
  /** Digest of the file that pieces come from; null for a copy. */
  previous: string | null;
  segments: number;
}

/** Writes a new file from its beginning to its end, or on from where it was cut. Undefined when its digest is wrong. */
async function written(
  work: Bringing,
  next: OpenFarFile,
  { segments, previous }: { segments: Segment[]; previous: RandomFile | undefined },
): Promise<Candidate | undefined> {
  const { ports, content, root, base, signal } = work;
  const { files } = ports;
  const { part, journal } = partPaths(root, content.imageId);
  const isBlocks = previous !== undefined;
  const own: PartJournal = {
    sha256: content.sha256,
    previous: isBlocks ? (base?.sha256 ?? null) : null,
    segments: segments.length,
  };
  const isSame = isJournal(files, journal, own);
  if (!isSame) {
    files.remove(journal);
    files.remove(part);
  }
  const from = isSame ? Math.min(files.facts(part)?.size ?? 0, content.size) : 0;
  assertRoom(work, content.size - from);
  files.replaceText(journal, JSON.stringify(own));
  const file = await patiently(work, part, 'make');
  const follower = files.followDigest(part, ['sha256']);
  const flush = new Flush(file);
  let sent = 0;
  try {
    let sha256: string;
    try {
      await build({
        ...{ segments, next, previous, from, signal, travel: work.travel, ...targetOf(file, work, ports) },
        onDone(at, bytes, travelled) {
          sent += travelled;
          flush.written(at, bytes);
          work.onProgress(at, content.size);
          follower.advance(at);
        },
      });
      await file.truncate(content.size);
      [{ sha256 }] = await Promise.all([follower.finish(content.size), flush.finish()]);
    } finally {
      await flush.settled();
      await file.close();
    }
    if (sha256 === content.sha256) return { path: part, method: isBlocks ? 'blocks' : 'copied', bytesSent: sent };
  } finally {
    await follower.end();
  }
  files.remove(journal);
  files.remove(part);
  // What was there from before the cut may have been changed since: once more, from the beginning.
  return from > 0 ? written(work, next, { segments, previous }) : undefined;
}

function isJournal(files: Ports['files'], path: string, own: PartJournal): boolean {
  try {
    return files.facts(path)?.kind === 'file' && files.text(path, 10_000) === JSON.stringify(own);
  } catch {
    return false;
  }
}

/** On this machine the file takes what it can by itself. A thread that does that could not be given up as a share may have to be. */
function targetOf(
  file: RandomFile,
  { root, gap }: Pick<Bringing, 'root' | 'gap'>,
  { files }: Pick<Ports, 'files'>,
): { target: BuildTarget; stretch?: number } {
  if (!files.isRemote(root)) return { target: file };
  const target = { write: file.write };
  return gap === 0 ? { target, stretch: shareStretch } : { target };
}

function whole(size: number): Segment[] {
  return size === 0 ? [] : [{ at: 0, length: size, previous: null }];
}

function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}

function assertRoom({ ports, root, name }: Bringing, bytes: number): void {
  const free = ports.files.freeSpace(root);
  if (free >= bytes + margin) return;
  throw new Problem('ImgPointFull', {
    detail: `${name} (${root}) has ${Math.floor(free / 1e6)} MB free; ${Math.ceil((bytes + margin) / 1e6)} MB are needed.`,
  });
}

function patiently(
  { ports, name, root, patience }: Pick<Bringing, 'ports' | 'name' | 'root' | 'patience'>,
  path: string,
  mode: 'read' | 'rewrite' | 'make',
): Promise<RandomFile> {
  return patient(ports.clock, ports.files.random(path, mode), {
    milliseconds: patience,
    what: `${name} (${root})`,
  });
}
