import type { WimFile } from '../formats/wim/types.ts';
import { compareTables, type Table, type TableDifference } from './compare.ts';
import { wholeTree } from './whole-tree.ts';

/** One side: an index of an open file. */
export interface FileSide {
  wim: WimFile;
  index: number;
}

/**
 * Compares the files below a folder by SHA-1; names in any case. Folders count only where one side has none of the
 * name. A side that lacks the folder has no files. Throws `FormatError` when a tree cannot be read.
 */
export function compareFiles(
  sides: { reference: FileSide; difference: FileSide },
  { under, includeEqual }: { under: string; includeEqual: boolean },
): TableDifference[] {
  // One table after the other: each file keeps only the tree that was asked for last.
  const reference = filesOf(sides.reference, under);
  const difference = filesOf(sides.difference, under);
  return compareTables({ reference, difference }, { includeEqual });
}

function filesOf({ wim, index }: FileSide, under: string): Table {
  const tree = wholeTree(wim, index);
  const start = tree.find(under);
  if (start === undefined) return new Map();
  if (!start.directory) return new Map([[under.toLowerCase(), { name: under, value: contentOf(start) }]]);
  return new Map(
    Array.from(tree.walk(under), ({ path, entry }) => [path.toLowerCase(), { name: path, value: contentOf(entry) }]),
  );
}

function contentOf({ directory, sha1, reparseSha1, reparsePoint, streams }: FileEntry): string {
  if (directory && !reparsePoint) return 'folder';
  const content = reparsePoint ? `link ${reparseSha1}` : sha1 || 'empty';
  return [content, ...streams.map((stream) => `:${stream.name} ${stream.sha1}`)].join(' ');
}

type FileEntry = Pick<
  ReturnType<WimFile['tree']>['root'],
  'directory' | 'sha1' | 'reparseSha1' | 'reparsePoint' | 'streams'
>;
