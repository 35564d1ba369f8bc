/** Writes a new version as a file of its own: a copy, or built of pieces of an earlier version and of what travels. */
import type { RandomFile } from '../../../ports/files.ts';
import type { Ports } from '../../../ports/index.ts';
import { build } from '../../blocks/build.ts';
import type { Segment } from '../../blocks/plan.ts';
import type { OpenFarFile } from '../../blocks/tables.ts';
import { assertRoom, type Bringing, type Candidate, patiently, targetOf } from './bringing.ts';
import { Flush } from './flush.ts';
import { partPaths } from './layout.ts';

interface PartJournal {
  sha256: string;
  /** Digest of the file that pieces come from; null for a copy. */
  previous: string | null;
  segments: number;
}

/** Writes a new file from its beginning to its end, or on from where it was cut. Undefined when its digest is wrong. */
export async function written(
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
