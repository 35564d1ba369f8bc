/**
 * The table of the kinds of sources. To add one: a folder here that makes a `SourceKind`, the schema of its settings
 * (`source.<type>.settings`), a line in this list.
 */
import { Problem } from '../errors.ts';
import { catalogSite } from './catalog-site/kind.ts';
import { folderKind } from './folder/kind.ts';
import { serverKind } from './server/kind.ts';
import type { SourceKind } from './source.ts';

const list: readonly SourceKind[] = [serverKind as SourceKind, catalogSite as SourceKind, folderKind as SourceKind];

export const sourceKinds: ReadonlyMap<string, SourceKind> = new Map(list.map((each) => [each.type, each]));

/** Throws Problem ImgSourceInvalid. */
export function sourceKind(type: string): SourceKind {
  const kind = sourceKinds.get(type.toLowerCase());
  if (kind !== undefined) return kind;
  throw new Problem('ImgSourceInvalid', {
    detail: `There is no kind of source ${JSON.stringify(type)}; there are ${[...sourceKinds.keys()].join(', ')}.`,
  });
}
