import { basename, dirname, join } from 'node:path';
import type { MediaFiles } from '../boot/media-files.ts';
import { Problem } from '../errors.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import type { MediaFile, MediaList } from './media-list.ts';
import type { ExpectedFile } from './read-back.ts';
import { solidImage } from './solid-image.ts';
import { splitImage } from './split-image.ts';

export interface ExportOptions {
  dryRun: boolean;
  signal: AbortSignal;
  /** The program that encodes a solid file in threads, as in `Spread`. */
  program: string | undefined;
  transfer(doing: string): Transfer;
}

/** A file of the media that does not stay as it is: it becomes a split set, or a solid file (ESD). */
export type Reshaping = { file: MediaFile } & ({ to: 'set'; partBytes: number } | { to: 'esd' });

export interface Laying {
  media: MediaFiles;
  list: MediaList;
  reshaping: Reshaping | undefined;
  folder: string;
  /** The folder is only read, and goes away: a second name of a file is as good as a copy. */
  mayLink: boolean;
}

/**
 * Copies media into a new folder, the image made anew where asked; each file read back from there. Returns also the paths on
 * the media of what the image became. Throws Problem.
 */
export async function layOut(
  ports: Ports,
  { media, list, reshaping, folder, mayLink }: Laying,
  options: ExportOptions,
): Promise<{ files: ExpectedFile[]; parts: string[] }> {
  const { files } = ports;
  const kept: ExpectedFile[] = [];
  files.makeFolder(folder);
  for (const path of list.folders) files.makeFolder(inside(folder, path));
  for (const file of list.files) {
    options.signal.throwIfAborted();
    if (file === reshaping?.file) continue;
    const to = inside(folder, file.path);
    const isLinked = mayLink && files.link(file.place, to);
    const copied = isLinked ? undefined : await copyFile(ports, { from: file, to, media }, options);
    const { sha256 } = await files.digest(to, ['sha256'], { signal: options.signal });
    if (copied !== undefined && copied !== sha256) {
      throw new Problem('ImgMediaUnverified', { detail: `${file.path} reads back as other bytes than were written.` });
    }
    kept.push({ path: file.path, size: file.size, sha256 });
  }
  if (reshaping === undefined) return { files: kept, parts: [] };
  const { path: before } = reshaping.file;
  const parts: string[] = [];
  for (const place of await reshaped(ports, { media, reshaping, to: dirname(inside(folder, before)) }, options)) {
    const { sha256 } = await files.digest(place, ['sha256'], { signal: options.signal });
    const path = `${before.slice(0, before.lastIndexOf('\\'))}\\${basename(place)}`;
    kept.push({ path, size: files.facts(place)?.size ?? 0, sha256 });
    parts.push(path);
  }
  return { files: kept, parts };
}

/** Returns the places of the new files in the folder `to`. */
function reshaped(
  ports: Ports,
  { media, reshaping, to }: { media: MediaFiles; reshaping: Reshaping; to: string },
  { transfer, program }: ExportOptions,
): Promise<string[]> {
  const { path, place } = reshaping.file;
  const image = { files: media.files, place, to };
  return reshaping.to === 'set'
    ? splitImage(ports, { ...image, partBytes: reshaping.partBytes }, transfer(`Splitting ${path}`))
    : solidImage({ ports, program, transfer }, image);
}

function inside(folder: string, path: string): string {
  return join(folder, ...path.split('\\').filter((name) => name !== ''));
}

const pieceBytes = 1 << 20;

/** Returns the SHA-256 of what was read. */
async function copyFile(
  ports: Ports,
  { from, to, media }: { from: MediaFile; to: string; media: MediaFiles },
  { transfer }: ExportOptions,
): Promise<string> {
  const source = media.files.source(from.place);
  const sink = ports.files.sink(to);
  const digest = ports.newDigest('sha256');
  const moved = transfer(`Copying ${from.path}`);
  try {
    for (let at = 0; at < source.size; at += pieceBytes) {
      moved.signal?.throwIfAborted();
      const bytes = source.read(at, Math.min(pieceBytes, source.size - at));
      sink.append(bytes);
      digest.update(bytes);
      moved.onProgress?.(Math.min(at + pieceBytes, source.size), source.size);
      await ports.clock.pause(0, moved.signal);
    }
    sink.sync();
  } finally {
    sink.close();
    source.close();
  }
  return digest.hex();
}
