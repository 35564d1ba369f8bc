import { dirname, join } from 'node:path';
import { firstOf, imagePaths, type MediaFiles, sectorNames } from '../boot/media-files.ts';
import { Problem } from '../errors.ts';
import { refuseExisting } from '../images/library/new-file.ts';
import { refuseLessSpace } from '../images/library/write-indexes.ts';
import type { Ports } from '../ports/index.ts';
import { isBelow } from '../ports/paths.ts';
import { type BootSector, bootSectors } from './boot-sectors.ts';
import type { IsoTool } from './iso-tools.ts';
import { type ExportOptions, layOut, type Reshaping } from './lay-out.ts';
import { listMedia, type MediaFile, type MediaList } from './media-list.ts';
import { type ExpectedFile, readBack } from './read-back.ts';
import { findTool, type ToolWish, writeIso } from './write-iso.ts';

export interface MediaExport {
  media: MediaFiles & { kind: 'folder' | 'iso' };
  /** Absolute; nothing is there. */
  to: string;
  format: 'folder' | 'iso';
  label: string;
  /** install.wim becomes a set where it is larger; undefined: never. */
  splitSize: number | undefined;
  /** install.wim becomes an install.esd. */
  solid: boolean;
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
  /** Paths on the media of what install.wim became; empty where it stayed as it was. */
  parts: string[];
  warnings: string[];
}

/** The largest file of FAT32. */
const mostOfFat32 = 0xffff_ffff;

/**
 * Writes media to a new folder or a new image of a disc, and reads back what was written, file by file. It gets its name
 * when all of it is verified; else nothing stays. Throws Problem.
 */
export async function exportMedia(ports: Ports, wish: MediaExport, options: ExportOptions): Promise<ExportedMedia> {
  const { media, to, format } = wish;
  refuseExisting(ports.files, to);
  if (isBelow(to, media.root)) {
    throw new Problem('ImgPathInvalid', { detail: `${to} lies inside of the media that is exported.` });
  }
  const list = listMedia(media.files, media.root);
  const bytes = list.files.reduce((sum, { size }) => sum + size, 0);
  const image = firstOf(media, imagePaths.slice(0, 1));
  const reshaping = reshapingOf(
    wish,
    list.files.find(({ place }) => place === image?.place),
  );
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
    warnings: [...warningsOf(wish, list, reshaping), ...oldSector(wish, sectors)],
  };
  refuseLessSpace(ports, to, bytes);
  if (options.dryRun) return { ...planned, parts: [] };
  const temporary = join(dirname(to), `.imgupdate-${ports.ids.next()}`);
  // Tools write all that lies in a folder: where more does than the media, they get one of its own.
  const isApart = format === 'folder' || reshaping !== undefined || list.hasKept;
  const folder = isApart ? `${temporary}.media` : undefined;
  try {
    const laid =
      folder === undefined
        ? undefined
        : await layOut(ports, { media, list, reshaping, folder, mayLink: format === 'iso' }, options);
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

/** What is done with install.wim on the way, if anything. */
function reshapingOf({ solid, splitSize }: MediaExport, image: MediaFile | undefined): Reshaping | undefined {
  if (image === undefined) return undefined;
  if (solid) return { file: image, to: 'esd' };
  return image.size > (splitSize ?? Infinity) ? { file: image, to: 'set', partBytes: splitSize ?? 0 } : undefined;
}

function warningsOf(wish: MediaExport, { files }: MediaList, reshaping: Reshaping | undefined): string[] {
  if (wish.solid && reshaping === undefined) return ['The media has no sources\\install.wim: no install.esd was made.'];
  if (wish.splitSize === undefined) return [];
  return files
    .filter((file) => file !== reshaping?.file && file.size > mostOfFat32)
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

async function digested(ports: Ports, { files }: MediaList, options: ExportOptions): Promise<ExpectedFile[]> {
  const kept: ExpectedFile[] = [];
  const transfer = options.transfer('Digesting the media');
  for (const { path, place, size } of files) {
    const { sha256 } = await ports.files.digest(place, ['sha256'], { signal: transfer.signal });
    kept.push({ path, size, sha256 });
  }
  return kept;
}
