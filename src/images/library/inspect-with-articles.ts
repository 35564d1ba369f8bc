import type { NewDigest } from '../../formats/bytes.ts';
import type { Database } from '../../site/database.ts';
import type { ImageInspection } from '../types.ts';
import { inspectNoting, type NotingParts, withArticles } from './inspect-noting.ts';
import type { OpenImage } from './open-image.ts';

/** What a caller wants to know beside the packages. `newDigest` is needed to look into recovery images. */
export type WantedParts = Omit<NotingParts, 'packages' | 'winre'> & {
  /** Given: the recovery image of each index too. */
  winre?: { newDigest: NewDigest } | undefined;
};

/**
 * What is in an image file, with its packages. The KB of a cumulative update, which no image holds, comes from the
 * release table or the catalog; without a database it stays null. Throws FormatError.
 */
export function inspectWithArticles(
  image: OpenImage,
  { database, winre, ...wanted }: WantedParts & { database: Database | null },
): Promise<ImageInspection> {
  const parts = { ...wanted, packages: true, winre: winre !== undefined };
  return withArticles(inspectNoting(image, parts, winre?.newDigest ?? noDigest), database);
}

/** Never asked: recovery images are not looked into. */
const noDigest: NewDigest = (algorithm) => {
  throw new RangeError(`nobody said how to make a ${algorithm}`);
};
