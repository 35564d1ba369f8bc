import { replaceTargets } from './call-targets.ts';
import { ItemChooser } from './item-chooser.ts';

/**
 * Encodes the content of one chunk for `decompressLzms`; undefined when that is not shorter than the content, which the
 * containers then store as it is. Takes memory of some seven times the content, for as long as it runs.
 */
export function compressLzms(content: Uint8Array): Uint8Array | undefined {
  // A slice of a Buffer would be no copy.
  const replaced = new Uint8Array(content);
  replaceTargets(replaced);
  return new ItemChooser(replaced).encode();
}
