import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Context } from '../operation.ts';

/** Tells what the file of an image is to be known for, as `image inspect` does: it is registered all the same. */
export function warnAbout({ emit }: Pick<Context, 'emit'>, row: Pick<ImageTable, 'inspection_json'>): void {
  for (const message of storedInspection(row).warnings) emit({ level: 'warning', type: 'image.warning', message });
}
