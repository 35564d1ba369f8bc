import type { WimFile } from '../formats/wim/types.ts';
import { compareTables, type ImageDifference, type TableDifference } from './compare.ts';
import { wholeTree } from './whole-tree.ts';

/** One side: an index of an open file. */
export interface FileSide {
  wim: WimFile;
  index: number;
}

/** A line about a file, with its bytes in the image on each side; null where there is none. */
export type FileDifference = TableDifference & Required<Pick<ImageDifference, 'referenceBytes' | 'differenceBytes'>>;

type FileTable = ReadonlyMap<string, { name: string; value: string; bytes: number }>;

/**
 * Compares the files below a folder by SHA-1; names in any case. Folders count only where one side has none of the
 * name. A side that lacks the folder has no files. Throws `FormatError` when a tree cannot be read.
 */
export function compareFiles(
  sides: { reference: FileSide; difference: FileSide },
  { under, includeEqual }: { under: string; includeEqual: boolean },
): FileDifference[] {
  // One table after the other: each file keeps only the tree that was asked for last.
  const reference = filesOf(sides.reference, under);
  const difference = filesOf(sides.difference, under);
  return compareTables({ reference, difference }, { includeEqual }).map((line) => {
    const key = line.name.toLowerCase();
    return {
      ...line,
      referenceBytes: reference.get(key)?.bytes ?? null,
      differenceBytes: difference.get(key)?.bytes ?? null,
    };
  });
}

/** How many files differ, and how many bytes those of each kind have; of changed ones as they are now. */
export function sumOfFiles(lines: readonly FileDifference[]) {
  const sum = { added: 0, removed: 0, changed: 0, addedBytes: 0, removedBytes: 0, changedBytes: 0 };
  for (const { change, referenceBytes, differenceBytes } of lines) {
    if (change === 'equal') continue;
    sum[change]++;
    sum[`${change}Bytes`] += (change === 'removed' ? referenceBytes : differenceBytes) ?? 0;
  }
  return sum;
}

function filesOf({ wim, index }: FileSide, under: string): FileTable {
  const tree = wholeTree(wim, index);
  const start = tree.find(under);
  if (start === undefined) return new Map();
  if (!start.directory) return new Map([[under.toLowerCase(), rowOf(under, start)]]);
  return new Map(Array.from(tree.walk(under), ({ path, entry }) => [path.toLowerCase(), rowOf(path, entry)]));
}

function rowOf(name: string, entry: FileEntry) {
  const bytes = entry.streams.reduce((sum, stream) => sum + stream.size, entry.size);
  return { name, value: contentOf(entry), bytes };
}

function contentOf({ directory, sha1, reparseSha1, reparsePoint, streams }: FileEntry): string {
  if (directory && !reparsePoint) return 'folder';
  const content = reparsePoint ? `link ${reparseSha1}` : sha1 || 'empty';
  return [content, ...streams.map((stream) => `:${stream.name} ${stream.sha1}`)].join(' ');
}

type FileEntry = Pick<
  ReturnType<WimFile['tree']>['root'],
  'directory' | 'sha1' | 'reparseSha1' | 'reparsePoint' | 'streams' | 'size'
>;
