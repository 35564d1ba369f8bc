/** What somebody should know of an image whose order asks for more than it can give. */
import type { Skipped } from '../../contract/generated/types.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { Engine } from '../run/engine.ts';
import type { Order } from '../run/run-store.ts';
import { readDocuments } from './documents.ts';

/** What is asked for around the image, where nothing is around it. */
export function notMedia({ name, kind }: ImageTable, order: Order): string[] {
  const { includeBootImage, includeSetup, updateBootManager } = order;
  const asks = includeBootImage === true || includeSetup === true || updateBootManager != null;
  if (kind === 'UpgradePackage' || !asks) return [];
  return [`${name} is no upgrade package: around it there is no boot.wim, no Setup and no boot manager to renew.`];
}

/** It is to be sent after publishing, and no distribution point is a target of it. */
export function noPoint({ name }: ImageTable): string {
  return `${name} goes to no distribution point yet: \`imgupdate distribution send IMAGE --point NAME\` makes one a target.`;
}

/**
 * The plan is made of what is in the file, and so is true, but the library is not: after a database came back from a copy, or
 * somebody put another file there. A run that changes the image refuses it; one that has nothing to do would say no word.
 */
export function otherFile(
  { files }: Engine['ports'],
  { path, size, modified }: Pick<ImageTable, 'path' | 'size' | 'modified'>,
): string[] {
  const facts = files.facts(path);
  if (facts === undefined || (facts.size === size && facts.modified === modified)) return [];
  return [
    `The library knows ${path} as it was before: its size or time is another now. \`imgupdate image refresh\` takes the file as it is.`,
  ];
}

/** Of updates of .NET that nobody asked for, and whose packages are not here: what makes them go in. */
export async function dotNetNotAsked(engine: Engine, uniqueIds: ReadonlySet<string>): Promise<Skipped[]> {
  const reason = 'its package is not in the content library, and nobody asked for .NET: includeDotNet puts it in';
  return (await readDocuments(engine, [...uniqueIds])).map(({ update: { uniqueId, title } }) => ({
    ...{ uniqueId, title, reasonCode: 'DotNetNotAsked', reason },
  }));
}
