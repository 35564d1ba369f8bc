/**
 * The image library: which image files a site knows, under which names, and whether they are still the files that were
 * registered.
 *
 * Guarantees: names and files occur once; a row is only made or changed for a file that was read and whose SHA-256 was
 * taken; an image that a run works on is neither removed nor pointed elsewhere; dry runs check the same and write
 * nothing. To add an action on images: a file here with one function that takes a `Library`, an operation that calls it.
 */
import type { Transfer } from '../../ports/files.ts';
import type { Ports } from '../../ports/index.ts';
import type { Database } from '../../site/database.ts';

export interface Library {
  ports: Ports;
  database: Database;
  /** Nothing is written; what would be written is answered. */
  dryRun: boolean;
  /** Progress in bytes, and the caller's wish to stop. */
  transfer: Transfer;
}

export { addImage, type NewImage } from './add-image.ts';
export { assertUnchanged } from './assert-unchanged.ts';
export { findImage } from './find-image.ts';
export { imageDocument, type ScheduleFacts } from './image-document.ts';
export { documentOf, type ImageFilter, listImages } from './list-images.ts';
export { imageProblem, type OpenImage, openImageFile } from './open-image.ts';
export { refreshImage } from './refresh-image.ts';
export { removeImage } from './remove-image.ts';
export { type ImageChanges, setImage } from './set-image.ts';
export { inspectionJson, type StoredInspection, storedInspection } from './stored-inspection.ts';
