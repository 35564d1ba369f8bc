/** The boot sector images of media, which a disc starts from instead of \EFI\Boot: what programs they hold. */
import type { BootMinimums } from '../contract/generated/types.ts';
import { arraySource } from '../formats/array-source.ts';
import { openFat } from '../formats/fat/open.ts';
import { FormatError } from '../formats/format-error.ts';
import type { FoundBootFiles } from './find-in-image.ts';
import { bytesOf, filesIn, type MediaToSearch, sectorNames } from './media-files.ts';
import { mostProgramBytes, readProgram } from './read-program.ts';
import type { BootFile, Machine } from './types.ts';
import { machinesOf, minimumOf } from './verdict.ts';

const folder = '\\EFI\\Microsoft\\Boot';
const isSector = /^efisys(?:_noprompt)?(?:_ex)?\.bin$/i;
/** What firmware starts inside; it is cdboot, which goes on to the boot manager beside. */
const starters = '\\EFI\\BOOT';
const isStarter = /^boot(?:x64|aa64|ia32|arm)\.efi$/i;
/** Real ones have 1.5 MB. */
const mostSectorBytes = 64 << 20;

/** What firmware starts in each boot sector image. What cannot be looked into is told and never thrown. */
export async function findInSectors({ media, newDigest, pause }: MediaToSearch): Promise<FoundBootFiles> {
  const found: FoundBootFiles = { files: [], lists: [], warnings: [] };
  const foreign: string[] = [];
  const sectors = filesIn(media, folder).filter(({ name }) => isSector.test(name));
  let discStart: string | undefined;
  for (const { path, place } of sectors) {
    await pause();
    try {
      if (media.disc?.startsFrom(place) === true) discStart = path;
      for (const { name, bytes } of programsIn(sectorBytes(media, place))) {
        const where = { path: `${starters}\\${name}`, place: 'media' as const, container: path, index: null };
        found.files.push({ ...where, program: 'cdboot', ...(await readProgram(bytes, newDigest)) });
      }
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      if (error.code === 'not-recognised') foreign.push(path);
      else found.warnings.push(`${path} cannot be looked into: ${error.message}.`);
    }
  }
  // Rehearsals have a few bytes in the place of these images.
  if (foreign.length > 0 && media.rehearsal !== true) {
    found.warnings.push(`Not looked into, for it is no boot sector image of FAT: ${foreign.join(', ')}.`);
  }
  if (discStart !== undefined) found.discStart = discStart;
  else if (media.disc?.hasStart === true) {
    found.warnings.push(
      `UEFI starts the disc from a boot sector that is no file efisys*.bin in ${folder}: it was not looked into.`,
    );
  }
  return found;
}

function sectorBytes(media: MediaToSearch['media'], place: string): Uint8Array {
  if ((media.files.facts(place)?.size ?? 0) > mostSectorBytes) {
    throw new FormatError('limit', 'it is larger than any boot sector image');
  }
  return bytesOf(media, place, mostSectorBytes);
}

/** Throws FormatError; 'not-found' where there is nothing to start. */
function programsIn(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  const volume = openFat(arraySource(bytes));
  const place = volume.find(starters);
  const files = place?.isFolder === true ? volume.list(place) : [];
  const programs = files.filter(({ name, isFolder }) => !isFolder && isStarter.test(name));
  if (programs.length === 0) throw new FormatError('not-found', `it has no program in ${starters} to start`);
  return programs.map((file) => ({ name: file.name, bytes: volume.read(file, mostProgramBytes) }));
}

/** Whether it lies in a boot sector image. */
export function isInSector({ place, container }: Pick<BootFile, 'place' | 'container'>): boolean {
  return place === 'media' && container !== '';
}

/**
 * Which machines start a program of a boot sector. One that has no secure version number to read is measured by its
 * signatures alone: unlike that of boot managers, it may be kept elsewhere.
 */
export function sectorMachinesOf(file: BootFile, table: BootMinimums): Machine[] {
  return machinesOf({ ...file, svn: file.svn ?? minimumOf(file.program, table) }, table);
}

/**
 * What a disc that is made of a folder would start from, where machines take it otherwise than the boot manager beside:
 * nothing that the folder starts by itself, as from USB.
 */
export function laterDisc(found: FoundBootFiles, table: BootMinimums, managers: readonly BootFile[]): string[] {
  const wanted = [...new Set(managers.flatMap((file) => machinesOf(file, table)))];
  const is2023 = wanted.includes('both') && !wanted.includes('2011-only');
  const inside = found.files.filter(isInSector);
  return [false, true].flatMap((noPrompt) => {
    const sectors = sectorNames({ is2023, noPrompt }).map((name) =>
      inside.filter(({ container }) => ends(container, name)),
    );
    const used = sectors.find((files) => files.length > 0) ?? [];
    const [lacking] = used.filter((file) => wanted.some((each) => !sectorMachinesOf(file, table).includes(each)));
    if (lacking === undefined) return [];
    return [
      `This is about the folder itself. A disc made of it that starts from ${lacking.container} starts on fewer machines: ${lacking.path} in it is ${signedAs(lacking)}.`,
    ];
  });
}

/** How a program is signed, to complete a sentence. */
export function signedAs({ problem, signatures, svn }: BootFile): string {
  if (problem !== '') return `damaged (${problem})`;
  const issuers = signatures.flatMap(({ generation, issuer }) => generation ?? issuer ?? []);
  if (issuers.length === 0) return 'not signed';
  return `signed under ${[...new Set(issuers)].join(' and ')}${svn === null ? '' : `, with the secure version number ${svn}`}`;
}

function ends(container: string, name: string): boolean {
  return container.toLowerCase().endsWith(`\\${name}`);
}
