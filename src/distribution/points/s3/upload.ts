/**
 * Brings a file to a bucket as an upload of many parts, each sent with its SHA-256. Beside it lies an object that says how
 * far it is, so that an upload that was cut goes on where it was, also from another machine of the site.
 */
import { throttle } from '../../../content/download/bandwidth.ts';
import { Problem } from '../../../errors.ts';
import type { Content, PointContext } from '../point.ts';
import { openPublished } from '../store/published.ts';
import type { Bucket, Upload, UploadedPart } from './client.ts';

export interface Uploading {
  context: PointContext;
  bucket: Bucket;
  content: Content;
  key: string;
  /** Key of the object that says how far it is. */
  journalKey: string;
  /** Bytes. */
  partSize: number;
  /** Bytes a second, 0: no limit; and its hours. */
  bandwidth: { bandwidthLimit: number; bandwidthWindow: string };
}

export interface Uploaded {
  bytesSent: number;
  parts: UploadedPart[];
}

interface Journal extends Upload {
  sha256: string;
  partSize: number;
  parts: UploadedPart[];
}

/** A service takes no more parts, and none that are smaller but for the last. */
const mostParts = 10_000;
const leastPart = 5 * 1024 * 1024;
const longestJournal = 4 * 1024 * 1024;
/** A limit is kept part by part: what a part may take of it, in seconds. */
const longestBurst = 2;

/** Bytes of a part, for a file of that size under that limit. */
export function partSizeOf(size: number, wanted: number, bandwidthLimit: number): number {
  const calm = bandwidthLimit > 0 ? Math.min(wanted, bandwidthLimit * longestBurst) : wanted;
  return Math.max(leastPart, Math.round(calm), Math.ceil(size / mostParts));
}

/** Throws Problem ImgImageChanged and ImgFileUnreadable, and errors of the client. */
export async function uploadFile(work: Uploading): Promise<Uploaded> {
  const begun = await readJournal(work);
  if (begun !== undefined) {
    try {
      return await partByPart(work, begun);
    } catch (error) {
      // Services forget uploads after a while.
      if (!isForgotten(error)) throw error;
    }
  }
  const { bucket, key, content, partSize } = work;
  const uploadId = await bucket.begin(key, content.sha256);
  const journal: Journal = { key, uploadId, sha256: content.sha256, partSize, parts: [] };
  await bucket.put(work.journalKey, JSON.stringify(journal));
  return partByPart(work, journal);
}

/** Gives up what was begun of other content, so that nobody pays for its parts. */
async function readJournal({ bucket, journalKey, content, key, partSize }: Uploading): Promise<Journal | undefined> {
  const found = await bucket.text(journalKey, longestJournal);
  const journal = parsed(found?.text);
  if (journal === undefined) return undefined;
  if (journal.sha256 === content.sha256 && journal.key === key && journal.partSize === partSize) return journal;
  await bucket.abandon(journal).catch(() => undefined);
  return undefined;
}

async function partByPart(work: Uploading, journal: Journal): Promise<Uploaded> {
  const { context, bucket, content, journalKey, partSize, bandwidth } = work;
  const { ports, signal, onProgress } = context;
  const limit = throttle(ports.clock, bandwidth);
  const whole = ports.newDigest('sha256');
  const parts: UploadedPart[] = [];
  let bytesSent = 0;
  const file = await openPublished(ports, content);
  try {
    for (let at = 0; at < content.size || parts.length === 0; at += partSize) {
      signal.throwIfAborted();
      const bytes = await readPart(file, at, Math.min(partSize, content.size - at));
      whole.update(bytes);
      const digest = ports.newDigest('sha256');
      digest.update(bytes);
      const sha256 = Buffer.from(digest.hex(), 'hex').toString('base64');
      const there = journal.parts[parts.length];
      if (there?.sha256 === sha256) parts.push(there);
      else {
        await limit.take(bytes.length, signal);
        parts.push({ etag: await bucket.part(journal, parts.length + 1, bytes, sha256), sha256 });
        bytesSent += bytes.length;
        await bucket.put(journalKey, JSON.stringify({ ...journal, parts }));
      }
      onProgress(Math.min(at + partSize, content.size), content.size);
    }
  } finally {
    await file.close();
  }
  if (whole.hex() !== content.sha256) {
    await bucket.abandon(journal).catch(() => undefined);
    throw new Problem('ImgImageChanged', {
      detail: `${content.file} has another digest than the published version ${content.sourceVersion}.`,
    });
  }
  await bucket.finish(journal, parts);
  return { bytesSent, parts };
}

async function readPart(
  file: { read(offset: number, length: number): Promise<Uint8Array> },
  at: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const piece = await file.read(at + done, Math.min(length - done, 1024 * 1024));
    bytes.set(piece, done);
    done += piece.length;
  }
  return bytes;
}

function parsed(text: string | undefined): Journal | undefined {
  if (text === undefined) return undefined;
  try {
    const { key, uploadId, sha256, partSize, parts } = JSON.parse(text) as Partial<Journal>;
    const isJournal =
      typeof key === 'string' && typeof uploadId === 'string' && typeof sha256 === 'string' && Array.isArray(parts);
    return isJournal && typeof partSize === 'number' ? { key, uploadId, sha256, partSize, parts } : undefined;
  } catch {
    return undefined;
  }
}

function isForgotten(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchUpload' || error.name === 'InvalidPart');
}
