/**
 * Where a saved image lies: under its name in the folder, and beside it what says which file there is ours and what is on
 * its way.
 */
import { join } from 'node:path';
import { Problem } from '../../errors.ts';
import type { FileFacts } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { Candidate } from '../points/store/bringing.ts';
import { fixedNameOf, imageFolder, partPaths, sparePaths } from '../points/store/layout.ts';
import { hasSpare, removeSpare, retireToSpare } from '../points/store/spare.ts';
import { renamePatiently } from '../publishing/rename-patiently.ts';

export interface SavedFile {
  /** In the folder itself. */
  name: string;
  size: number;
  sha256: string;
  sourceVersion: number;
  /** When the file of that content was changed last, milliseconds since 1970; what lies there now may be another one. */
  modified?: number;
}

export interface Place {
  ports: Ports;
  root: string;
  imageId: string;
}

const longest = 10_000;

function statePath({ root, imageId }: Place): string {
  return join(imageFolder(root, imageId), 'saved.json');
}

/** What was saved last; undefined where its file is gone. Whether the file is that one, its digest tells alone. */
export function savedFile(place: Place): SavedFile | undefined {
  const { files } = place.ports;
  try {
    const read = JSON.parse(files.text(statePath(place), longest)) as Partial<SavedFile>;
    const { name, size, sha256, sourceVersion } = read;
    const isState =
      typeof name === 'string' &&
      name === fixedNameOf(name.replace(/\.wim$/, '')) &&
      typeof size === 'number' &&
      typeof sourceVersion === 'number' &&
      /^[0-9a-f]{64}$/.test(sha256 ?? '');
    return isState && files.facts(join(place.root, name))?.kind === 'file' ? (read as SavedFile) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the file that was saved last lies there as it was then: what it is compared with may be known to differ. */
export function isUntouched({ ports, root }: Place, { name, size, modified }: SavedFile): boolean {
  const facts = ports.files.facts(join(root, name));
  return facts !== undefined && facts.size === size && facts.modified === modified;
}

/** A file of that name that was not saved here is somebody else's. Throws Problem ImgFileExists. */
export function assertOwn({ ports, root }: Place, name: string, saved: SavedFile | undefined): void {
  const path = join(root, name);
  if (saved?.name === name || ports.files.facts(path) === undefined) return;
  throw new Problem('ImgFileExists', { detail: `${path} was not saved by this command.` });
}

/**
 * Gives a finished file its name in one step: a reader finds the old one or the new one, whole. Undefined candidate: it
 * lies there already.
 */
export async function settle(
  place: Place,
  next: SavedFile,
  { candidate, before, spare }: { candidate: Candidate | undefined; before: SavedFile | undefined; spare: boolean },
): Promise<void> {
  const { ports, root, imageId } = place;
  const { files } = ports;
  const note = (facts?: FileFacts): void => {
    const state: SavedFile = facts === undefined ? next : { ...next, modified: facts.modified };
    files.replaceText(statePath(place), JSON.stringify(state));
  };
  // That the name is ours must be known before there is a file of it.
  if (before?.name !== next.name) note();
  const old = join(imageFolder(root, imageId), 'old.bin');
  files.remove(old);
  if (candidate !== undefined) {
    const isKept = spare && before !== undefined && files.link(join(root, before.name), old);
    await renamePatiently(ports, candidate.path, join(root, next.name));
    files.remove(partPaths(root, imageId).journal);
    if (candidate.method === 'patched') files.remove(sparePaths(root, imageId).journal);
    files.syncFolder(root);
    if (isKept && !hasSpare(ports, root, imageId)) {
      retireToSpare(ports, root, imageId, { path: old, sha256: before.sha256 });
    } else files.remove(old);
  }
  note(files.facts(join(root, next.name)));
  if (before !== undefined && before.name !== next.name) files.remove(join(root, before.name));
  if (!spare) removeSpare(ports, root, imageId);
}
