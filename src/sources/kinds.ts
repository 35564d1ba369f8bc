/**
 * The table of the kinds of sources. To add one: a folder here that makes a `SourceKind`, the schema of its settings
 * (`source.<type>.settings`), a line in this list.
 */
import { Problem } from '../errors.ts';
import { bundleKind } from './bundle/kind.ts';
import { catalogSite } from './catalog-site/kind.ts';
import { configmgrKind } from './configmgr/kind.ts';
import { folderKind } from './folder/kind.ts';
import { serverKind } from './server/kind.ts';
import type { SourceKind } from './source.ts';
import { wsusKind } from './wsus/kind.ts';
import { wsusscn2Kind } from './wsusscn2/kind.ts';

const list: readonly SourceKind[] = [
  serverKind as SourceKind,
  catalogSite as SourceKind,
  folderKind as SourceKind,
  bundleKind as SourceKind,
  wsusKind as SourceKind,
  configmgrKind as SourceKind,
  wsusscn2Kind as SourceKind,
];

export const sourceKinds: ReadonlyMap<string, SourceKind> = new Map(list.map((each) => [each.type, each]));

/** Throws Problem ImgSourceInvalid. */
export function sourceKind(type: string): SourceKind {
  // PowerShell writes ConfigMgr and CatalogSite, from which dashes come where others have none.
  const plain = (name: string): string => name.toLowerCase().replaceAll('-', '');
  const kind = list.find((each) => plain(each.type) === plain(type));
  if (kind !== undefined) return kind;
  throw new Problem('ImgSourceInvalid', {
    detail: `There is no kind of source ${JSON.stringify(type)}; there are ${[...sourceKinds.keys()].join(', ')}.`,
  });
}
