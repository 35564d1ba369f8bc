/** Which install images an image becomes, and which of a group are of it. Pure. */
import type { WdsStep, WdsStored } from '../../../ports/power-shell/scripts/wds.ts';
import { describe, markIn } from './transmission.ts';

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
 * Makes the proved version the one that clients see: whoever has the name gives it up and is disabled, its transmission ended,
 * then the new one takes it. Nothing where it has it already.
 */
export function changeOver(
  there: readonly WdsStored[],
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
  const replaced = [...former.map(({ newName, ...image }) => ({ ...image, imageName: newName })), ...others];
  return [
    ...former.map(({ imageName, fileName: file, newName }) =>
      step('rename', { imageName, fileName: file }, { newName }),
    ),
    step('rename', own, { newName: name }),
    step('enable', { imageName: name, fileName }),
    ...replaced.flatMap(ended),
    ...replaced.map((image) => step('disable', image)),
  ];
}

function step(
  action: WdsStep['action'],
  { imageName, fileName }: Pick<WdsStored, 'imageName' | 'fileName'>,
  more: Pick<WdsStep, 'newName' | 'newDescription'> = {},
): WdsStep {
  return { action, imageName, fileName, ...more };
}

/** Ends the transmission of an image, where we made one. */
export function ended(image: WdsStored): WdsStep[] {
  if (markIn(image.description) === undefined) return [];
  return [step('stop', image, { newDescription: describe(image.description, undefined) })];
}

/**
 * The versions of an index that are kept no more; what others put there never goes. Clients may still be in a transmission that
 * `changes` ended: the version before stays then, whatever is kept.
 */
export function retired(
  there: readonly WdsStored[],
  { imageId, sourceVersion, wanted }: { imageId: string; sourceVersion: number; wanted: Wanted },
  { keepPrevious, changes }: { keepPrevious: number; changes: readonly WdsStep[] },
): WdsStep[] {
  const versions = there.flatMap((image) => {
    const version = versionOf(image.fileName, imageId, wanted.index);
    return version === undefined || version === sourceVersion ? [] : [{ ...image, version }];
  });
  versions.sort((a, b) => b.version - a.version);
  const mayBeRead = changes.some(({ action, fileName }) => action === 'stop' && fileName === versions[0]?.fileName);
  return versions.slice(Math.max(keepPrevious, Number(mayBeRead))).map((image) => step('remove', image));
}
