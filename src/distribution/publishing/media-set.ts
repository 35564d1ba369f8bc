/**
 * Files of media that change together with the image on it: staged beside the versions of the image, then put in place one
 * rename after the other, right before the image itself. Until the image is renamed all of them can be put back; the files
 * that they replaced are kept with the version that they belong to, so that a restore brings back the whole folder.
 */
import { dirname, join } from 'node:path';
import { Problem } from '../../errors.ts';
import { below } from '../../images/library/below.ts';
import { copyAndDigest } from '../../images/library/copy-and-digest.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import { renamePatiently } from './rename-patiently.ts';

/** A file that media gets; `names` lead to it below the folder of the media. */
export interface NewMediaFile {
  names: readonly string[];
  /** The finished file, anywhere; it is copied. Null: the media has no such file any more. */
  file: string | null;
  sha256: string | null;
  /** Bytes. */
  size: number;
}

/** A change that has begun; the journal of a publication holds it. */
export interface MediaSet {
  /** Folder of the media. */
  folder: string;
  staged: string;
  kept: string;
  changes: StagedFile[];
}

interface StagedFile {
  names: string[];
  /** Absolute, as the media spells it. */
  target: string;
  /** Null: there is none. */
  sha256: string | null;
  size: number;
  before: { sha256: string; size: number } | null;
}

/** What a kept set says of itself: how the media was before its version was replaced. */
const listName = 'media.json';
const listLimit = 16 * 1024 * 1024;

/** Copies what differs to `staged`, compared with its digest; nothing of the media is touched. Undefined: nothing differs. */
export async function stageMedia(
  { files }: Pick<Ports, 'files'>,
  wanted: { folder: string; staged: string; kept: string; changes: readonly NewMediaFile[] } & Transfer,
): Promise<MediaSet | undefined> {
  const { folder, staged, kept, signal } = wanted;
  files.remove(staged);
  const changes: StagedFile[] = [];
  for (const { names, file, sha256, size } of wanted.changes) {
    const target = placeOf(files, folder, names);
    const facts = files.facts(target);
    const before =
      facts === undefined
        ? null
        : { sha256: (await files.digest(target, ['sha256'], { signal })).sha256, size: facts.size };
    if ((before?.sha256 ?? null) === sha256) continue;
    if (file !== null) {
      files.makeFolder(staged);
      const copy = join(staged, String(changes.length));
      if ((await copyAndDigest(files, file, copy, { signal })) !== sha256) {
        files.remove(staged);
        throw new Problem('ImgFileUnverified', {
          detail: `The copy of ${names.join('\\')} to ${staged} reads back as other bytes. Nothing was published.`,
        });
      }
    }
    changes.push({ names: [...names], target, sha256, size, before });
  }
  return changes.length === 0 ? undefined : { folder, staged, kept, changes };
}

/** Where a file of media lies or will lie, below the folders that are there, in their spelling. */
function placeOf(files: Ports['files'], folder: string, names: readonly string[]): string {
  for (let known = names.length; known > 0; known -= 1) {
    const found = below(files, folder, names.slice(0, known));
    if (found !== undefined) return join(found, ...names.slice(known));
  }
  return join(folder, ...names);
}

/** Puts the staged files in place, after every one that they replace is kept. */
export async function putMedia(ports: Ports, { staged, kept, changes }: MediaSet): Promise<void> {
  const { files } = ports;
  files.remove(kept);
  files.makeFolder(kept);
  for (const [at, { target, before }] of changes.entries()) {
    if (before !== null) await keep(files, target, join(kept, String(at)));
  }
  files.replaceText(join(kept, listName), JSON.stringify(changes.map(({ names, before }) => ({ names, before }))));
  files.syncFolder(kept);
  for (const [at, { target, sha256 }] of changes.entries()) {
    if (sha256 === null) files.remove(target);
    else {
      files.makeFolder(dirname(target));
      if (files.facts(target) !== undefined) {
        files.makeReplaceable(target);
        files.copyRights(target, join(staged, String(at)));
      }
      await renamePatiently(ports, join(staged, String(at)), target);
    }
    files.syncFolder(dirname(target));
  }
}

/** A second name costs nothing; where there are none, a whole copy gets its name once it is finished. */
async function keep(files: Ports['files'], target: string, kept: string): Promise<void> {
  if (files.link(target, kept)) return;
  await files.copy(target, `${kept}.new`, {});
  files.rename(`${kept}.new`, kept);
}

/** Makes the media as it was before `putMedia`, however far that came. */
export async function putMediaBack(ports: Ports, { staged, kept, changes }: MediaSet): Promise<void> {
  const { files } = ports;
  for (const [at, { target, sha256, before }] of changes.entries()) {
    const place = join(kept, String(at));
    if (before === null) {
      const isOurs = files.facts(target) !== undefined && (await digestOf(files, target)) === sha256;
      if (isOurs) files.remove(target);
    } else if (files.facts(place) !== undefined && (await digestOf(files, target)) !== before.sha256) {
      await renamePatiently(ports, place, target);
      files.syncFolder(dirname(target));
    }
  }
  files.remove(staged);
  files.remove(kept);
}

async function digestOf(files: Ports['files'], path: string): Promise<string | undefined> {
  if (files.facts(path) === undefined) return undefined;
  return (await files.digest(path, ['sha256'], {})).sha256;
}

/**
 * What brings media back to how it was at an older version: of each file the oldest one that was kept since then. `sets`:
 * the kept sets from that version on, oldest first. Throws RangeError for a list that is none.
 */
export function changesBack(files: Ports['files'], sets: readonly string[]): NewMediaFile[] {
  const found = new Map<string, NewMediaFile>();
  for (const set of sets) {
    if (files.facts(join(set, listName)) === undefined) continue;
    const list: Pick<StagedFile, 'names' | 'before'>[] = JSON.parse(files.text(join(set, listName), listLimit));
    for (const [at, { names, before }] of list.entries()) {
      const key = names.join('\\').toLowerCase();
      if (found.has(key)) continue;
      const file = before === null ? null : join(set, String(at));
      found.set(key, { names, file, sha256: before?.sha256 ?? null, size: before?.size ?? 0 });
    }
  }
  return [...found.values()];
}
