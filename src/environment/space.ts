import type { ImageIndex } from '../contract/generated/types.ts';
import type { ImageTable } from '../images/tables.ts';
import { failed, ofSite, ok } from './surroundings.ts';

/** A run needs two copies of the file and its largest index laid out; updates come on top, and only a plan knows them. */
function neededFor({ size, inspection_json }: ImageTable): number {
  const { indexes }: { indexes: Pick<ImageIndex, 'totalBytes'>[] } = JSON.parse(inspection_json);
  return 2 * size + Math.max(0, ...indexes.map(({ totalBytes }) => totalBytes ?? 0));
}

/** Whether the servicing drive has room for the largest image. */
export const examineSpace = ofSite(({ images, settings, servicingFolder }, { ports }) => {
  const free = ports.files.freeSpace(servicingFolder);
  const place = `${servicingFolder} has ${gigabytes(free, Math.floor)} free`;
  const largest = images.toSorted((a, b) => neededFor(b) - neededFor(a))[0];
  if (largest === undefined) return [ok('FreeSpace', `${place}; no image is registered yet.`)];
  const needed = settings.minimumFreeSpace > 0 ? settings.minimumFreeSpace : neededFor(largest);
  const message = `${place}; ${largest.name} needs about ${gigabytes(needed, Math.ceil)} and its updates.`;
  if (free > needed) return [ok('FreeSpace', message)];
  return [
    failed('FreeSpace', message, 'Free space there, or set another drive: `imgupdate site set --servicing-drive`.'),
  ];
});

function gigabytes(bytes: number, round: (value: number) => number): string {
  return bytes < 1e9 ? `${round(bytes / 1e6)} MB` : `${round(bytes / 1e8) / 10} GB`;
}
