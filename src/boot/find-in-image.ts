import type { NewDigest } from '../formats/bytes.ts';
import { digestOf } from '../formats/digest-of.ts';
import { FormatError } from '../formats/format-error.ts';
import { openWim } from '../formats/wim/open.ts';
import type { WimEntry, WimFile, WimNames } from '../formats/wim/types.ts';
import { recoveryPath } from '../images/recovery.ts';
import { listIssuer, mostProgramBytes, type ProgramFacts, programOf, readProgram } from './read-program.ts';
import type { BootFile, BootList, BootPlace } from './types.ts';

export interface FoundBootFiles {
  files: BootFile[];
  lists: BootList[];
  /** Sentences about what could not be read. */
  warnings: string[];
  /** The boot sector image that UEFI firmware starts the disc from; only of a disc where it was found. */
  discStart?: string;
}

export interface ImageToSearch {
  wim: WimFile;
  /** How the file is called where it lies on media; '' for the file that was asked about. */
  container: string;
  place: Exclude<BootPlace, 'media' | 'recovery'>;
  /** Default: all. */
  index?: number | undefined;
  newDigest: NewDigest;
  /** Called between reads, so that the caller can give up. */
  pause(): Promise<void>;
}

const bootFolder = '\\Windows\\Boot';
const loaders = ['\\Windows\\System32\\Boot', '\\Windows\\System32'];

/**
 * The boot files of an image and of the recovery image inside, read where they lie; equal ones are read once. Throws
 * FormatError for damage of the image's metadata.
 */
export async function findInImage(search: ImageToSearch): Promise<FoundBootFiles> {
  const found: FoundBootFiles = { files: [], lists: [], warnings: [] };
  const reader = new Reader(search, found);
  for (const { index } of search.wim.images) {
    if (search.index !== undefined && search.index !== index) continue;
    const names = search.wim.names(index);
    const { container, place } = search;
    await reader.read({ wim: search.wim, names, place, container, index });
    await readRecovery(search, reader, { names, index, found });
  }
  return found;
}

async function readRecovery(
  { wim, container, newDigest }: ImageToSearch,
  reader: Reader,
  { names, index, found }: { names: WimNames; index: number; found: FoundBootFiles },
): Promise<void> {
  const entry = names.find(recoveryPath);
  if (entry === undefined || entry.directory || entry.sha1 === '') return;
  try {
    const inner = openWim(wim.content(entry.sha1), newDigest);
    const path = `${container}${recoveryPath}`;
    for (const image of inner.images) {
      const place = 'recovery';
      await reader.read({ wim: inner, names: inner.names(image.index), place, container: path, index });
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    found.warnings.push(`Index ${index}: its recovery image cannot be read: ${error.message}.`);
  }
}

interface OneTree {
  wim: WimFile;
  names: WimNames;
  place: BootPlace;
  container: string;
  index: number;
}

class Reader {
  readonly #search: ImageToSearch;
  readonly #found: FoundBootFiles;
  readonly #programs = new Map<string, ProgramFacts>();
  readonly #lists = new Map<string, Pick<BootList, 'size' | 'sha256' | 'issuer'>>();

  constructor(search: ImageToSearch, found: FoundBootFiles) {
    this.#search = search;
    this.#found = found;
  }

  async read(tree: OneTree): Promise<void> {
    for (const { path, entry } of candidates(tree.names)) {
      const program = programOf(entry.name);
      const { place, container, index } = tree;
      const where = { path, place, container, index };
      if (program !== undefined) {
        this.#found.files.push({ ...where, program, ...(await this.#program(tree.wim, entry)) });
      } else if (isList(entry.name)) {
        const list = await this.#list(tree.wim, entry, path);
        if (list !== undefined) this.#found.lists.push({ ...where, ...list });
      }
    }
  }

  async #program(wim: WimFile, { sha1 }: WimEntry): Promise<ProgramFacts> {
    let facts = this.#programs.get(sha1);
    if (facts === undefined) {
      await this.#search.pause();
      facts = await readProgram(
        sha1 === '' ? new Uint8Array(0) : wim.readAll(sha1, mostProgramBytes),
        this.#search.newDigest,
      );
      this.#programs.set(sha1, facts);
    }
    return facts;
  }

  async #list(wim: WimFile, { sha1 }: WimEntry, path: string) {
    if (sha1 === '') {
      this.#found.warnings.push(`${path} is empty.`);
      return undefined;
    }
    let list = this.#lists.get(sha1);
    if (list === undefined) {
      list = await readList(wim.readAll(sha1, mostProgramBytes), this.#search.newDigest);
      this.#lists.set(sha1, list);
    }
    return list;
  }
}

/** The list of revoked files that goes with a boot manager. */
export function isList(name: string): boolean {
  return name.toLowerCase() === 'boot.stl';
}

export async function readList(
  bytes: Uint8Array,
  newDigest: NewDigest,
): Promise<Pick<BootList, 'size' | 'sha256' | 'issuer'>> {
  return {
    size: bytes.length,
    sha256: digestOf(newDigest, 'sha256', bytes),
    issuer: await listIssuer(bytes, newDigest),
  };
}

/** Every folder below \Windows\Boot, whatever it is called, and where the loader of Windows lies. */
function* candidates(names: WimNames): Generator<{ path: string; entry: WimEntry }> {
  for (const folder of names.list(bootFolder)) {
    if (!folder.directory || folder.nameProblem !== '') continue;
    const under = `${bootFolder}\\${folder.name}`;
    for (const entry of names.list(under)) {
      if (!entry.directory && !entry.reparsePoint) yield { path: `${under}\\${entry.name}`, entry };
    }
  }
  for (const folder of loaders) {
    const path = `${folder}\\winload.efi`;
    const entry = names.find(path);
    if (entry !== undefined && !entry.directory && !entry.reparsePoint) yield { path, entry };
  }
}
