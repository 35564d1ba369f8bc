/** Which install images an image becomes, and which of a group are of it. Pure. */
import type { WdsImage, WdsStep } from '../../../ports/power-shell/scripts/wds.ts';

/** An index that is imported. */
export interface Wanted {
  index: number;
  /** Its name in the file. */
  source: string;
  /** Its name in the group. */
  name: string;
}

/**
 * The indexes that become install images: all under their own names, or those that `images` names (in any case), under the
 * names that it gives. Undefined where two of them would have one name.
 */
export function wantedImages(
  indexes: readonly { index: number; name: string }[],
  images: Readonly<Record<string, string>> | undefined,
): Wanted[] | undefined {
  const names = images && new Map(Object.entries(images).map(([from, to]) => [from.toLowerCase(), to]));
  const wanted = indexes.flatMap(({ index, name: source }) => {
    const name = names === undefined ? source : names.get(source.toLowerCase());
    return name === undefined ? [] : [{ index, source, name }];
  });
  const isUnique = (texts: string[]): boolean => new Set(texts.map((text) => text.toLowerCase())).size === texts.length;
  const areUnique = isUnique(wanted.map(({ source }) => source)) && isUnique(wanted.map(({ name }) => name));
  return areUnique ? wanted : undefined;
}

/** The file of an index in the group: what tells a version that we imported from everything else. */
export function storedFile(imageId: string, sourceVersion: number, index: number): string {
  return `${imageId}-${sourceVersion}-${index}.wim`;
}

/** Undefined for what is not a version of this index of this image. */
export function versionOf(fileName: string, imageId: string, index: number): number | undefined {
  const start = `${imageId}-`;
  const end = `-${index}.wim`;
  if (!fileName.startsWith(start) || !fileName.endsWith(end)) return undefined;
  const digits = fileName.slice(start.length, fileName.length - end.length);
  return /^[0-9]{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** What an image is called until it is proved. */
export function arrivingName(name: string, sourceVersion: number): string {
  return `${name} (version ${sourceVersion}, not proved yet)`;
}

/** What an image is called that was replaced; `sourceVersion` undefined: somebody else put it there. */
export function formerName(name: string, sourceVersion: number | undefined, fileName: string): string {
  return sourceVersion === undefined ? `${name} (before ${fileName})` : `${name} (version ${sourceVersion})`;
}

/**
 * Makes the proved version the one that clients see: whoever has the name gives it up and is disabled, then the new one
 * takes it. Nothing where it has it already.
 */
export function changeOver(
  there: readonly WdsImage[],
  { imageId, sourceVersion, wanted: { index, name } }: { imageId: string; sourceVersion: number; wanted: Wanted },
): WdsStep[] {
  const fileName = storedFile(imageId, sourceVersion, index);
  const own = there.find((image) => image.fileName === fileName);
  if (own === undefined || own.imageName === name) return [];
  const holders = there.filter((image) => image !== own && image.imageName.toLowerCase() === name.toLowerCase());
  const former = holders.map((image) => ({
    ...image,
    newName: formerName(name, versionOf(image.fileName, imageId, index), image.fileName),
  }));
  // A change-over that was cut may have left one under the name of a former version, and enabled.
  const others = there.filter(
    (image) => image !== own && !holders.includes(image) && versionOf(image.fileName, imageId, index) !== undefined,
  );
  return [
    ...former.map((image) => ({ ...image, action: 'rename' as const })),
    { ...own, action: 'rename', newName: name },
    { imageName: name, fileName, action: 'enable', newName: '' },
    ...[...former.map(({ newName, fileName: file }) => ({ imageName: newName, fileName: file })), ...others].map(
      (image) => ({ ...image, action: 'disable' as const, newName: '' }),
    ),
  ];
}

/** The versions of an index that are kept no more; what others put there never goes. */
export function retired(
  there: readonly WdsImage[],
  { imageId, sourceVersion, wanted }: { imageId: string; sourceVersion: number; wanted: Wanted },
  keepPrevious: number,
): WdsStep[] {
  const versions = there.flatMap((image) => {
    const version = versionOf(image.fileName, imageId, wanted.index);
    return version === undefined || version === sourceVersion ? [] : [{ ...image, version }];
  });
  versions.sort((a, b) => b.version - a.version);
  return versions
    .slice(keepPrevious)
    .map(({ imageName, fileName }) => ({ imageName, fileName, action: 'remove', newName: '' }));
}
