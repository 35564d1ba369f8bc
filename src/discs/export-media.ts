import { basename, dirname, join } from 'node:path';
import { firstOf, imagePaths, type MediaFiles, sectorNames } from '../boot/media-files.ts';
import { Problem } from '../errors.ts';
import { refuseExisting } from '../images/library/new-file.ts';
import { refuseLessSpace } from '../images/library/write-indexes.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import { isBelow } from '../ports/paths.ts';
import { type BootSector, bootSectors } from './boot-sectors.ts';
import type { IsoTool } from './iso-tools.ts';
import { listMedia, type MediaFile, type MediaList } from './media-list.ts';
import { type ExpectedFile, readBack } from './read-back.ts';
import { splitImage } from './split-image.ts';
import { findTool, type IsoPorts, type ToolWish, writeIso } from './write-iso.ts';

export type ExportPorts = IsoPorts & Pick<Ports, 'newDigest' | 'ids' | 'clock'>;

export interface MediaExport {
  media: MediaFiles & { kind: 'folder' | 'iso' };
  /** Absolute; nothing is there. */
  to: string;
  format: 'folder' | 'iso';
  label: string;
  /** install.wim becomes a set where it is larger; undefined: never. */
  splitSize: number | undefined;
  /** The media starts a boot manager of 2023. */
  is2023: boolean;
  noPrompt: boolean;
  tool: ToolWish;
}

export interface ExportedMedia {
  tool: IsoTool | null;
  sectors: BootSector[];
  files: number;
  bytes: number;
  /** Paths on the media of the parts; empty where nothing was split. */
  parts: string[];
  warnings: string[];
}

export interface ExportOptions {
  dryRun: boolean;
  signal: AbortSignal;
  transfer(doing: string): Transfer;
}

/** The largest file of FAT32. */
const mostOfFat32 = 0xffff_ffff;

/**
 * Writes media to a new folder or a new image of a disc, and reads back what was written, file by file. It gets its name
 * when all of it is verified; else nothing stays. Throws Problem.
 */
export async function exportMedia(
  ports: ExportPorts,
  wish: MediaExport,
  options: ExportOptions,
): Promise<ExportedMedia> {
  const { media, to, format } = wish;
  refuseExisting(ports.files, to);
  if (isBelow(to, media.root)) {
    throw new Problem('ImgPathInvalid', { detail: `${to} lies inside of the media that is exported.` });
  }
  const list = listMedia(media.files, media.root);
  const bytes = list.files.reduce((sum, { size }) => sum + size, 0);
  const image = firstOf(media, imagePaths.slice(0, 1));
  const split = list.files.find((file) => file.place === image?.place && file.size > (wish.splitSize ?? Infinity));
  const sectors = format === 'iso' ? bootSectors(media, wish) : [];
  if (format === 'iso' && media.kind === 'iso') {
    throw new Problem('ImgNotMedia', { detail: `${media.root} is an ISO image already; export it to a folder first.` });
  }
  const tool = format === 'iso' ? findTool(ports, wish.tool) : null;
  const planned = {
    tool: tool?.tool ?? null,
    sectors,
    files: list.files.length,
    bytes,
    warnings: [...warningsOf(wish, list, split), ...oldSector(wish, sectors)],
  };
  refuseLessSpace(ports, to, bytes);
  if (options.dryRun) return { ...planned, parts: [] };
  const temporary = join(dirname(to), `.imgupdate-${ports.ids.next()}`);
  // Tools write all that lies in a folder: where more does than the media, they get one of its own.
  const isApart = format === 'folder' || split !== undefined || list.hasKept;
  const folder = isApart ? `${temporary}.media` : undefined;
  try {
    const laid =
      folder === undefined
        ? undefined
        : await layOut(ports, { wish, list, split, folder, mayLink: format === 'iso' }, options);
    const kept = laid?.files ?? (await digested(ports, list, options));
    const parts = laid?.parts ?? [];
    if (tool === null || format === 'folder') ports.files.rename(folder ?? '', to);
    else {
      const out = `${temporary}.iso`;
      const from = folder ?? media.root;
      const relative = sectors.map(({ platform, path }) => ({ platform, relative: spelled(list, path) }));
      await writeIso(ports, tool, { folder: from, out, label: wish.label, sectors: relative }, options.signal);
      await readBack(ports, out, { label: wish.label, files: kept, sectors }, options.transfer(`Reading back ${to}`));
      ports.files.sync(out);
      refuseExisting(ports.files, to);
      ports.files.rename(out, to);
    }
    ports.files.syncFolder(dirname(to));
    return { ...planned, files: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0), parts };
  } finally {
    ports.files.remove(`${temporary}.iso`);
    ports.files.remove(`${temporary}.media`);
  }
}

function warningsOf({ splitSize }: MediaExport, { files }: MediaList, split: MediaFile | undefined): string[] {
  if (splitSize === undefined) return [];
  return files
    .filter((file) => file !== split && file.size > mostOfFat32)
    .map(({ path }) => `${path} is larger than FAT32 can hold, and is not split.`);
}

/** What the boot sector of a disc holds is started, not the files beside it. */
function oldSector({ is2023, noPrompt }: MediaExport, sectors: readonly BootSector[]): string[] {
  const uefi = sectors.find(({ platform }) => platform === 'uefi');
  if (!is2023 || uefi === undefined || /_ex\.bin$/i.test(uefi.path)) return [];
  const [lacking] = sectorNames({ is2023, noPrompt });
  return [
    `The media starts from a boot manager of 2023 and has no ${lacking}: the disc starts from ${uefi.path}, which machines that have revoked 2011 may refuse. media update-boot-manager puts ${lacking} on it where boot.wim has one.`,
  ];
}

/** The spelling of a path of the media, as a relative one with slashes. */
function spelled({ files }: MediaList, path: string): string {
  const found = files.find((file) => file.path.toLowerCase() === path.toLowerCase());
  return (found?.path ?? path).slice(1).replaceAll('\\', '/');
}

async function digested(ports: ExportPorts, { files }: MediaList, options: ExportOptions): Promise<ExpectedFile[]> {
  const kept: ExpectedFile[] = [];
  const transfer = options.transfer('Digesting the media');
  for (const { path, place, size } of files) {
    const { sha256 } = await ports.files.digest(place, ['sha256'], { signal: transfer.signal });
    kept.push({ path, size, sha256 });
  }
  return kept;
}

interface Laying {
  wish: MediaExport;
  list: MediaList;
  split: MediaFile | undefined;
  folder: string;
  /** The folder is only read, and goes away: a second name of a file is as good as a copy. */
  mayLink: boolean;
}

/** Copies media into a new folder, the image split where asked; each file read back from there. */
async function layOut(
  ports: ExportPorts,
  { wish, list, split, folder, mayLink }: Laying,
  options: ExportOptions,
): Promise<{ files: ExpectedFile[]; parts: string[] }> {
  const { files } = ports;
  const kept: ExpectedFile[] = [];
  files.makeFolder(folder);
  for (const path of list.folders) files.makeFolder(inside(folder, path));
  for (const file of list.files) {
    options.signal.throwIfAborted();
    if (file === split) continue;
    const to = inside(folder, file.path);
    const isLinked = mayLink && files.link(file.place, to);
    const copied = isLinked ? undefined : await copyFile(ports, { from: file, to, media: wish.media }, options);
    const { sha256 } = await files.digest(to, ['sha256'], { signal: options.signal });
    if (copied !== undefined && copied !== sha256) {
      throw new Problem('ImgMediaUnverified', { detail: `${file.path} reads back as other bytes than were written.` });
    }
    kept.push({ path: file.path, size: file.size, sha256 });
  }
  if (split === undefined || wish.splitSize === undefined) return { files: kept, parts: [] };
  const to = dirname(inside(folder, split.path));
  const wanted = { files: wish.media.files, place: split.place, to, partBytes: wish.splitSize };
  const paths = await splitImage(ports, wanted, options.transfer(`Splitting ${split.path}`));
  const parts: string[] = [];
  for (const place of paths) {
    const { sha256 } = await files.digest(place, ['sha256'], { signal: options.signal });
    const path = `${split.path.slice(0, split.path.lastIndexOf('\\'))}\\${basename(place)}`;
    kept.push({ path, size: files.facts(place)?.size ?? 0, sha256 });
    parts.push(path);
  }
  return { files: kept, parts };
}

function inside(folder: string, path: string): string {
  return join(folder, ...path.split('\\').filter((name) => name !== ''));
}

const pieceBytes = 1 << 20;

/** Returns the SHA-256 of what was read. */
async function copyFile(
  ports: ExportPorts,
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
