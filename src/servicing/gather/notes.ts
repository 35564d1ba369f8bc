/** What somebody should know of an image whose order asks for more than it can give. */
import type { ImageTable } from '../../images/tables.ts';
import type { Order } from '../run/run-store.ts';

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
