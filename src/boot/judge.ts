import type { BootMinimums } from '../contract/generated/types.ts';
import { isInSector, sectorMachinesOf, signedAs } from './boot-sectors.ts';
import type { FoundBootFiles } from './find-in-image.ts';
import type { BootFile, BootList, Machine } from './types.ts';
import { allOf, anyOf, machinesOf, minimumOf, type Verdict, verdictOf } from './verdict.ts';

export interface Judgement {
  verdict: Verdict;
  startsOn: Machine[];
  /** What the verdict rests on; null where nothing decided. */
  basis: 'verified' | 'name-only' | null;
  reasons: string[];
  bootStl: { present: boolean; matches: boolean | null };
}

/**
 * One verdict over all boot files: media must start, and what Setup leaves on the disk must start too; a disc starts
 * from its boot sector before it comes to the boot manager. An image offers
 * each boot manager that it holds, but Setup takes the newer one from the recovery image: where a revoked machine would not
 * start that one, it does not start what was installed.
 */
export function judge({ files, lists, discStart }: FoundBootFiles, table: BootMinimums): Judgement {
  const reasons: string[] = [];
  const managers = files.filter(({ program }) => program === 'bootmgfw');
  const decided: BootFile[] = [];
  const images = imageSets(managers, { table, reasons, decided });
  const starters = startersOf(managers);
  const isMedia = [...files, ...lists].some(({ place }) => place === 'media' || place === 'boot-image');
  const bootStl = listsOf(lists, isMedia);
  if (isMedia && starters.length === 0 && images.length === 0) {
    const bootImage = managers.filter(({ place }) => place === 'boot-image');
    return whole({
      sets: bootImage.length === 0 ? [] : [setOf(bootImage, table)],
      decided: bootImage,
      reasons,
      bootStl,
    });
  }
  if (isMedia && starters.length === 0) {
    reasons.push('the media has no boot manager in \\EFI\\Boot to start from: this is about what Setup installs');
  }
  for (const file of starters) reasons.push(...whyOf(file, table));
  decided.push(...starters);
  const first = starters.length === 0 ? [] : files.filter((file) => isInSector(file) && file.container === discStart);
  decided.push(...first);
  reasons.push(...otherwise(first, { starters, table }));
  const sets = [
    ...starters.map((file) => machinesOf(file, table)),
    ...first.map((file) => sectorMachinesOf(file, table)),
    ...images,
  ];
  if (starters.length > 0 && bootStl.matches === false) {
    reasons.push(
      bootStl.present
        ? 'boot.stl of the media is another one than that of its boot image'
        : 'the media has no boot.stl, and its boot image has one',
    );
    sets.push(['2011-only', 'both']);
  }
  return whole({ sets, decided, reasons, bootStl });
}

/** The boot managers that firmware looks for on media. */
export function startersOf(files: readonly BootFile[]): BootFile[] {
  return files.filter(
    ({ program, place, path }) =>
      program === 'bootmgfw' && place === 'media' && /\\EFI\\Boot\\boot\w+\.efi$/i.test(path),
  );
}

/** What a disc starts from, where machines take it otherwise than the boot managers beside. */
function otherwise(
  first: readonly BootFile[],
  { starters, table }: { starters: readonly BootFile[]; table: BootMinimums },
): string[] {
  const beside = `${allOf(starters.map((file) => machinesOf(file, table)))}`;
  return first
    .filter((file) => `${sectorMachinesOf(file, table)}` !== beside)
    .map(
      (file) =>
        `the disc starts from ${file.container}, and machines take ${file.path} in it otherwise than the boot manager beside: it is ${signedAs(file)}`,
    );
}

interface Parts {
  table: BootMinimums;
  reasons: string[];
  decided: BootFile[];
}

/** For each index of the image its machines. */
function imageSets(managers: readonly BootFile[], { table, reasons, decided }: Parts): Machine[][] {
  const indexes = [...new Set(managers.flatMap(({ place, index }) => (place === 'image' ? (index ?? []) : [])))];
  return indexes.map((index) => {
    const own = managers.filter((file) => file.place === 'image' && file.index === index);
    const recovery = managers.filter((file) => file.place === 'recovery' && file.index === index);
    decided.push(...own, ...recovery);
    const machines = setOf(own, table);
    if (!machines.includes('revoked')) reasons.push(...own.flatMap((file) => whyOf(file, table)));
    if (recovery.length === 0 || setOf(recovery, table).includes('revoked')) return machines;
    reasons.push(
      `index ${index}: Setup installs the boot manager of its recovery image, which revoked machines refuse`,
      ...recovery.flatMap((file) => whyOf(file, table)),
    );
    return machines.filter((machine) => machine !== 'revoked');
  });
}

function setOf(files: readonly BootFile[], table: BootMinimums): Machine[] {
  return anyOf(files.map((file) => machinesOf(file, table)));
}

/** Why a file does not start everywhere. */
function whyOf(file: BootFile, table: BootMinimums): string[] {
  const machines = machinesOf(file, table);
  const name = `${file.container}${file.path}`;
  if (file.problem !== '') return [`${name} cannot be read: ${file.problem}`];
  if (file.signatures.length === 0) return [`${name} is not signed`];
  const broken = file.signatures.find(({ proof }) => proof === 'broken');
  if (machines.length === 0) return [`${name}: ${broken?.reason ?? 'it was signed by no authority of Windows'}`];
  if (machines.includes('revoked')) return machines.includes('2011-only') ? [] : [`${name} is signed under 2023 alone`];
  const minimum = minimumOf(file.program, table);
  if (machines.includes('2011-only')) return [`${name} is signed under 2011`];
  return [`${name} has the secure version number ${file.svn ?? 'none'}; the minimum is ${minimum ?? 'none'}`];
}

/** On media the list must lie beside the boot manager: what the images on it hold is not read when it starts. */
function listsOf(lists: readonly BootList[], isMedia: boolean): Judgement['bootStl'] {
  const onMedia = lists.filter(({ place }) => place === 'media');
  const inBootImage = lists.filter(({ place }) => place === 'boot-image');
  const [reference] = inBootImage;
  const matches = reference === undefined ? null : onMedia.some(({ sha256 }) => sha256 === reference.sha256);
  return { present: (isMedia ? onMedia : lists).length > 0, matches };
}

function whole(parts: {
  sets: Machine[][];
  decided: BootFile[];
  reasons: string[];
  bootStl: Judgement['bootStl'];
}): Judgement {
  const { sets, decided, bootStl } = parts;
  const reasons = [...new Set(parts.reasons)];
  if (sets.length === 0) {
    const none = 'no boot manager was found';
    return { verdict: 'unknown', startsOn: [], basis: null, reasons: [none], bootStl };
  }
  const startsOn = allOf(sets);
  const isVerified = decided.every(({ signatures }) => signatures.every(({ proof }) => proof !== 'name-only'));
  return { verdict: verdictOf(startsOn), startsOn, basis: isVerified ? 'verified' : 'name-only', reasons, bootStl };
}
