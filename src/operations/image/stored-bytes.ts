import { newBytes, planBlocks } from '../../distribution/blocks/plan.ts';
import { readTables, type WimTables } from '../../distribution/blocks/tables.ts';
import type { OpenImage } from '../../images/library/open-image.ts';

/** How much of a file another one has already, in bytes as they are stored. */
export interface StoredBytes {
  /** Of both files. */
  reference: number;
  difference: number;
  /** Of the second one what the first has not, and what it has. */
  new: number;
  shared: number;
}

/** Null where the two are stored in different ways: solid, split, or with another compression. */
export async function storedBytes(reference: OpenImage, difference: OpenImage): Promise<StoredBytes | null> {
  const before = await tablesOf(reference);
  const after = await tablesOf(difference);
  const segments = before === undefined || after === undefined ? undefined : planBlocks(after, before);
  if (segments === undefined) return null;
  const fresh = newBytes(segments);
  return { reference: reference.size, difference: difference.size, new: fresh, shared: difference.source.size - fresh };
}

function tablesOf({ source }: OpenImage): Promise<WimTables | undefined> {
  return readTables({ size: source.size, read: async (offset, length) => source.read(offset, length) });
}
