import { FormatError } from '../formats/format-error.ts';
import type { WimFile, WimTree } from '../formats/wim/types.ts';

/**
 * The tree of an index whose contents are all in the file. Throws FormatError 'delta' where some are not: such a file
 * builds on another one, and sizes shown from it would be wrong.
 */
export function wholeTree(wim: WimFile, index: number): WimTree {
  const tree = wim.tree(index);
  if (tree.missingContents === 0) return tree;
  throw deltaError(`${tree.missingContents} contents of index ${index} are`);
}

export function deltaError(what: string): FormatError {
  return new FormatError('delta', `${what} not in the file: it is damaged, or it builds on another file`);
}
