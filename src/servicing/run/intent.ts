/**
 * What is written before a step changes a file of the work folder for good, so that a run which is interrupted between the
 * change and its note knows by the file itself whether the change took place. Whatever leaves a doubt has not.
 */
import { join, relative, sep } from 'node:path';
import { Problem } from '../../errors.ts';
import { FormatError } from '../../formats/format-error.ts';
import { inspectImage } from '../../images/inspect.ts';
import { fileProblem } from '../../images/library/file-problem.ts';
import { openImageFile } from '../../images/library/open-image.ts';
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { InstalledUpdate } from '../steps/installed-update.ts';
import { checkIntegrity } from '../verify/integrity.ts';
import { type Expectation, proveImage, provePackage } from '../verify/proof.ts';
import type { WorkingFile } from './working-files.ts';

/** What an index must be once it is saved. A recovery image has no revision to show: it proves itself by its packages. */
export interface Expected {
  expectation?: Expectation;
  packages: readonly InstalledUpdate[];
}

/** The changes of one mounted index go into its file. */
export interface SaveIntent {
  kind: 'save';
  /** Below the work folder, in parts. */
  path: string[];
  index: number;
  /** SHA-1 of the metadata of every index before. */
  metadata: string[];
  expected: Expected;
}

/** A finished file takes the place of another one: the result is known to the byte. */
export interface ReplaceIntent {
  kind: 'replace';
  /** The other one, below the work folder, in parts. */
  path: string[];
  becomes: Pick<WorkingFile, 'size' | 'header' | 'sha256'>;
}

export type Intent = SaveIntent | ReplaceIntent;

type Parts = Pick<Ports, 'files' | 'newDigest'>;

/** A file of a work folder as an intent names it. */
export function pathBelow(root: string, file: string): string[] {
  return relative(root, file).split(sep);
}

/** SHA-1 of the metadata of each index of a file. Throws Problem. */
export function metadataOf(parts: Parts, file: string): string[] {
  const { wim, close } = openImageFile(parts, file);
  try {
    return wim.metadata.map(({ sha1 }) => sha1);
  } finally {
    close();
  }
}

/**
 * Sees whether a save took place, and whole: header and tables of the new state, every content with its digest, the index
 * another one than before with all that went into it, the other indexes as they were. Returns in words why it is not
 * certain; undefined when it is. `registered`: a file with mostly the same contents, which saves decoding them; null: none.
 * Nothing is mounted and no tool is at work. Throws only when it was stopped.
 */
export async function doubtOfSave(
  ports: Ports,
  { root, intent, registered, ...transfer }: { root: string; intent: SaveIntent; registered: string | null } & Transfer,
): Promise<string | undefined> {
  const file = join(root, ...intent.path);
  try {
    const doubt = doubtOfIndexes(ports, file, intent);
    if (doubt === undefined) await checkIntegrity(ports, { finished: file, registered, ...transfer });
    return doubt;
  } catch (error) {
    const problem = fileProblem(error, { path: file, doing: 'read' });
    if (!(problem instanceof Problem) || transfer.signal?.aborted === true) throw error;
    return problem.message;
  }
}

function doubtOfIndexes(ports: Ports, file: string, intent: SaveIntent): string | undefined {
  const { wim, source, close } = openImageFile(ports, file);
  try {
    if (wim.header.writeInProgress) return 'its header says that a save is at work';
    const now = wim.metadata.map(({ sha1 }) => sha1);
    if (now.length !== intent.metadata.length) return `it has ${now.length} indexes, not ${intent.metadata.length}`;
    const changed = now.flatMap((sha1, at) => (sha1 === intent.metadata[at] ? [] : [at + 1]));
    if (changed.join() !== String(intent.index))
      return `the indexes that were saved are ${changed.join(', ') || 'none'}`;
    const { indexes } = inspectImage(wim, { path: file, size: source.size, index: intent.index, packages: true });
    return lackOf(intent, indexes);
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  } finally {
    close();
  }
}

function lackOf(
  { index, expected: { expectation, packages } }: SaveIntent,
  indexes: ReturnType<typeof inspectImage>['indexes'],
): string | undefined {
  const found = indexes.find((each) => each.index === index);
  const missing = [
    ...(expectation === undefined ? [] : proveImage([expectation], indexes).indexes.flatMap((each) => each.missing)),
    ...packages.flatMap((each) => provePackage(each, found).missing),
  ];
  return missing.length === 0 ? undefined : missing.join(' ');
}
