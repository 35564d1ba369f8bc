import type { ImageTable } from '../tables.ts';
import type { ImageIndex, ImageInspection } from '../types.ts';

/** What of an inspection is stored with a registered image: everything that is short. */
export interface StoredInspection {
  /** Without packages. */
  indexes: ImageIndex[];
  warnings: string[];
}

/** The text for the column `inspection_json`. */
export function inspectionJson({ indexes, warnings }: Pick<ImageInspection, 'indexes' | 'warnings'>): string {
  const short = indexes.map(({ packages: _, features: __, ...index }) => index);
  return JSON.stringify({ indexes: short, warnings } satisfies StoredInspection);
}

export function storedInspection(row: Pick<ImageTable, 'inspection_json'>): StoredInspection {
  return JSON.parse(row.inspection_json) as StoredInspection;
}

/** "build.revision" of a file as a whole: that of its first index that has one. */
export function revisionOf({ indexes }: Pick<ImageInspection, 'indexes'>): string | null {
  return indexes.find(({ revision }) => revision !== null)?.revision ?? null;
}
