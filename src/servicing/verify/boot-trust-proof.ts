/** What a run does to the machines that an image, or the media around it, starts on: read before and after, compared. */
import { type FoundBootFiles, findInImage } from '../../boot/find-in-image.ts';
import { findOnMedia } from '../../boot/find-on-media.ts';
import { judge } from '../../boot/judge.ts';
import type { MediaFiles } from '../../boot/media-files.ts';
import { bootMinimums, reaches } from '../../boot/minimums.ts';
import { type CoveredFile, overlaidMedia } from '../../boot/overlaid-media.ts';
import type { BootFile } from '../../boot/types.ts';
import { anyOf, isOf2023Alone, machinesOf, verdictOf } from '../../boot/verdict.ts';
import type { Proof } from '../../contract/generated/types.ts';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { fileBelow } from '../../images/library/below.ts';
import { openImageFile } from '../../images/library/open-image.ts';
import { mediaFolderOf } from '../boot-image-facts.ts';
import type { Work } from '../steps/step.ts';

type BootTrust = NonNullable<Proof['bootTrust']>;
type PartTrust = NonNullable<BootTrust['parts'][number]['after']>;

/**
 * Undefined where nothing holds a boot manager. Boot managers of 2023 that the plan puts on the media must be what it starts
 * from then. Throws Problem where the finished files cannot be read.
 */
export async function proveBootTrust(work: Work): Promise<BootTrust | undefined> {
  const after = await found(work, true);
  if (!after.files.some(({ program }) => program === 'bootmgfw')) return undefined;
  const before = await foundBefore(work);
  const files = await changedFiles(work);
  const starters = after.files.filter(({ place, program }) => place === 'media' && program === 'bootmgfw');
  return {
    before: before === null ? null : whole(before),
    after: whole(after),
    parts: partsOf(before, after),
    files,
    missing: missing(work, starters),
  };
}

/** What machines lose, for people; empty where they lose nothing. */
export function lostTrust({ before, after }: BootTrust): string[] {
  const words: Record<string, string> = {
    '2011-only': 'that trust the authority of 2011 alone',
    both: 'that trust 2011 and 2023',
    revoked: 'that have revoked 2011',
  };
  const lost = (before?.startsOn ?? []).filter((machine) => !after?.startsOn.includes(machine));
  return lost.map(
    (machine) => `Machines ${words[machine] ?? machine} do not start it any more: ${reasonOf(before, after)}.`,
  );
}

/** What kept other machines from starting it before does not explain it. */
function reasonOf(before: BootTrust['before'], after: BootTrust['after']): string {
  const reasons = after?.reasons.filter((reason) => before?.reasons.includes(reason) !== true) ?? [];
  return reasons.join('; ') || 'its boot managers are others';
}

/** The registered file may be gone, or changed: the step tells that, and no trust of before is claimed. */
async function foundBefore(work: Work): Promise<FoundBootFiles | null> {
  try {
    return await found(work, false);
  } catch (error) {
    if (error instanceof Problem && error.id === 'ImgCanceled') throw error;
    if (!(error instanceof Problem) && !(error instanceof FormatError)) throw error;
    work.log.write(`The boot files of before cannot be read: ${error.message}`, 'Warning');
    return null;
  }
}

/** The boot files as they are registered, or as they will be when the run has published. */
async function found(work: Work, isAfter: boolean): Promise<FoundBootFiles> {
  const { ports, image, folder, outcome, signal } = work;
  const { newDigest } = ports;
  const pause = async (): Promise<void> => signal.throwIfAborted();
  if (image.kind === 'UpgradePackage') {
    const media: MediaFiles = { files: ports.files, root: await mediaFolderOf(work, image) };
    const covered: CoveredFile[] = [
      { names: ['sources', 'install.wim'], file: folder.image },
      ...(outcome.boot.installed.size === 0 ? [] : [{ names: ['sources', 'boot.wim'], file: folder.boot.image }]),
      ...outcome.bootFiles.values(),
    ];
    return findOnMedia({ media: isAfter ? overlaidMedia(media, covered) : media, newDigest, pause });
  }
  const { wim, close } = openImageFile(ports, isAfter ? folder.image : image.path);
  try {
    return await findInImage({ wim, container: '', place: 'image', newDigest, pause });
  } finally {
    close();
  }
}

function whole(seen: FoundBootFiles): NonNullable<BootTrust['after']> {
  const { verdict, startsOn, basis, reasons } = judge(seen, bootMinimums);
  return { verdict, startsOn, basis, reasons };
}

/** Each place with boot managers: the media, boot.wim, an index, its recovery image. */
function partsOf(before: FoundBootFiles | null, after: FoundBootFiles): BootTrust['parts'] {
  const old = byPart(before?.files ?? []);
  const now = byPart(after.files);
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => {
    const [first] = (now.get(key) ?? old.get(key)) as [BootFile];
    return { place: first.place, index: first.index, before: trustOf(old.get(key)), after: trustOf(now.get(key)) };
  });
}

function byPart(files: readonly BootFile[]): Map<string, BootFile[]> {
  const parts = new Map<string, BootFile[]>();
  for (const file of files.filter(({ program }) => program === 'bootmgfw')) {
    const key = `${file.place} ${file.index ?? ''}`;
    parts.set(key, [...(parts.get(key) ?? []), file]);
  }
  return parts;
}

function trustOf(managers: readonly BootFile[] | undefined): PartTrust | null {
  if (managers === undefined) return null;
  const startsOn = anyOf(managers.map((file) => machinesOf(file, bootMinimums)));
  const numbers = managers.flatMap(({ svn }) => svn ?? []);
  const svn = numbers.reduce<string | null>((most, each) => (most === null || reaches(each, most) ? each : most), null);
  const issuers = [...new Set(managers.flatMap(({ signatures }) => signatures.flatMap(({ issuer }) => issuer ?? [])))];
  return { verdict: verdictOf(startsOn), startsOn, svn, issuers };
}

async function changedFiles(work: Work): Promise<BootTrust['files']> {
  const { ports, outcome, image, signal } = work;
  if (outcome.bootFiles.size === 0) return [];
  const media = await mediaFolderOf(work, image);
  const files: BootTrust['files'] = [];
  for (const { names, sha256, size } of outcome.bootFiles.values()) {
    const place = fileBelow(ports.files, media, names);
    const sha256Before = place === undefined ? null : (await ports.files.digest(place, ['sha256'], { signal })).sha256;
    if (sha256 === null || sha256Before === sha256) continue;
    files.push({ path: `\\${names.join('\\')}`, sha256Before, sha256After: sha256, size });
  }
  return files;
}

function missing({ plan, outcome }: Work, starters: readonly BootFile[]): string[] {
  if (plan.bootFiles?.updates !== true || outcome.bootFiles.size === 0) return [];
  if (starters.length === 0) return ['The media has no boot manager to start from.'];
  return starters
    .filter((file) => !isOf2023Alone(machinesOf(file, bootMinimums)))
    .map(({ path }) => `${path} is not signed under 2023 alone.`);
}
