import { extname } from 'node:path';
import { foldName } from '../../formats/wim/names.ts';
import type { WimBlob, WimFile } from '../../formats/wim/types.ts';
import type { IndexContent } from './contents-of.ts';

/**
 * The order in which contents lie best together in a solid file: those of one kind of file near to each other, and among
 * these those of one name, since versions of a file have much in common. What is solid already keeps its order: read in
 * another one it would be decoded again and again.
 */
export function solidOrder({ header }: WimFile, contents: readonly IndexContent[]): WimBlob[] {
  const keyed = contents.map(({ blob, name }) => ({ blob, key: keyOf(name) }));
  if (!header.solid) keyed.sort((first, second) => compare(first.key, second.key));
  return keyed.map(({ blob }) => blob);
}

function keyOf(name: string): string {
  const folded = foldName(name);
  return `${extname(folded)}\0${folded}`;
}

/** By code units: the same everywhere. What is equal keeps the order in which it is stored. */
function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
