import { join } from 'node:path';
import type { BootMinimums } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { arraySource } from '../formats/array-source.ts';
import type { NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import { openPe } from '../formats/pe/open.ts';
import type { WimFile } from '../formats/wim/types.ts';
import { openImageFile } from '../images/library/open-image.ts';
import type { Ports } from '../ports/index.ts';
import { copyMap, type MediaCopy, updatedManager } from './copy-map.ts';
import { findBesideImages, findOnMedia } from './find-on-media.ts';
import { type Judgement, judge } from './judge.ts';
import { bootImagePath, firstOf, locate, type MediaFiles } from './media-files.ts';
import { readProgram } from './read-program.ts';
import { type NewContent, replaceFiles } from './replace-files.ts';
import { machinesOf, minimumOf } from './verdict.ts';

/** The index of a boot image that Windows PE is in; the boot files of all are the same. */
export const sourceIndex = 1;

export interface MediaUpdate {
  container: string;
  index: number;
  files: UpdatedFile[];
  before: Judgement;
  after: Judgement | null;
  svn: string | null;
  warnings: string[];
}

export interface UpdatedFile {
  path: string;
  from: string;
  size: number;
  sha256: string;
  previousSha256: string | null;
  changed: boolean;
}

export interface MediaUpdateTools {
  ports: Pick<Ports, 'files' | 'ids' | 'newDigest'>;
  table: BootMinimums;
  dryRun: boolean;
  signal: AbortSignal;
  pause(): Promise<void>;
}

/**
 * Puts the boot files of 2023 on media, from the boot image of the media itself, and reads the media again. Throws
 * Problem ImgBootFilesMissing, ImgBootFilesUntrusted, ImgFileUnverified; then the media is as it was.
 */
export async function updateMedia(media: MediaFiles, tools: MediaUpdateTools): Promise<MediaUpdate> {
  const { ports, table, dryRun, signal, pause } = tools;
  const { newDigest } = ports;
  const before = await findOnMedia({ media, newDigest, pause });
  const source = firstOf(media, [bootImagePath]);
  if (source === undefined) {
    throw new Problem('ImgNotMedia', { detail: `${media.root} has no sources\\boot.wim to take boot files from.` });
  }
  const { copies, svn, warnings } = await readSource(source.place, tools);
  const files: UpdatedFile[] = [];
  const changed: NewContent[] = [];
  for (const copy of copies) {
    const place = locate(media, copy.to);
    if (copy.onlyReplace && place === undefined) continue;
    const sha256 = digestOf(newDigest, 'sha256', copy.bytes);
    const previousSha256 =
      place === undefined ? null : (await ports.files.digest(place, ['sha256'], { signal })).sha256;
    const isChanged = previousSha256 !== sha256;
    files.push({
      ...{ path: copy.to, from: copy.from, size: copy.bytes.length, sha256, previousSha256, changed: isChanged },
    });
    if (isChanged) changed.push({ path: place ?? newPlace(media, copy.to), bytes: copy.bytes, sha256 });
  }
  const update = { container: source.path, index: sourceIndex, files, svn, warnings, before: judge(before, table) };
  if (dryRun) return { ...update, after: null };
  await replaceFiles(ports, changed, signal);
  const beside = await findBesideImages({ media, newDigest, pause });
  const inside = {
    files: before.files.filter(({ place }) => place !== 'media'),
    lists: before.lists.filter(({ place }) => place !== 'media'),
  };
  const found = { files: [...beside.files, ...inside.files], lists: [...beside.lists, ...inside.lists], warnings: [] };
  return { ...update, after: judge(found, table) };
}

async function readSource(place: string, { ports, table }: MediaUpdateTools): Promise<UpdatedCopies> {
  const image = openImageFile({ files: ports.files, newDigest: ports.newDigest }, place);
  try {
    return await updatedCopies(image.wim, { newDigest: ports.newDigest, table });
  } finally {
    image.close();
  }
}

export interface UpdatedCopies {
  copies: MediaCopy[];
  svn: string | null;
  warnings: string[];
}

/** The boot files of 2023 of a boot image, and where they go. Throws Problem ImgBootFilesMissing, ImgBootFilesUntrusted. */
export async function updatedCopies(
  wim: WimFile,
  tools: { newDigest: NewDigest; table: BootMinimums },
): Promise<UpdatedCopies> {
  const { svn, warnings, machine } = await trustedManager(wim, tools);
  return { copies: copyMap(wim, sourceIndex, machine), svn, warnings };
}

/** Decided by its signature: a folder called EFI_EX proves nothing. */
async function trustedManager(wim: WimFile, { newDigest, table }: { newDigest: NewDigest; table: BootMinimums }) {
  const bytes = updatedManager(wim, sourceIndex);
  const facts = await readProgram(bytes, newDigest);
  const machines = machinesOf({ ...facts, program: 'bootmgfw' }, table);
  const is2023 = machines.includes('both') && !machines.includes('2011-only');
  if (!is2023 || facts.problem !== '') {
    const reason = facts.problem || facts.signatures[0]?.reason || `it was signed under ${facts.signatures[0]?.issuer}`;
    throw new Problem('ImgBootFilesUntrusted', { detail: `The boot manager in EFI_EX of the boot image: ${reason}.` });
  }
  const warnings = facts.signatures.flatMap(({ proof, reason }) =>
    proof === 'name-only' ? [`bootmgfw_EX.efi: ${reason}.`] : [],
  );
  if (!machines.includes('revoked')) {
    const minimum = minimumOf('bootmgfw', table);
    warnings.push(
      `The secure version number of the new boot manager is ${facts.svn ?? 'none'}, below the minimum of ${minimum}: machines that have revoked 2011 refuse it. Service boot.wim with a newer cumulative update.`,
    );
  }
  return { svn: facts.svn, warnings, machine: openPe(arraySource(bytes)).machine };
}

/** Where a new file goes: below the folders that are there, in their spelling. */
function newPlace(media: MediaFiles, path: string): string {
  const names = path.split('\\').filter((name) => name !== '');
  for (let kept = names.length - 1; kept > 0; kept--) {
    const folder = locate(media, `\\${names.slice(0, kept).join('\\')}`);
    if (folder !== undefined) return join(folder, ...names.slice(kept));
  }
  return join(media.root, ...names);
}
