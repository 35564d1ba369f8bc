/** What is ordered so that a run comes to the step at which a call is to fail. */
import { join } from 'node:path';
import { safeOs } from '../../helpers/dynamic-updates.ts';
import { driverFolder, featureFolder, netFx3Payload, openSsh } from '../../helpers/features.ts';
import { upgradePackage } from '../../helpers/media.ts';
import { type Month, updates } from '../../helpers/month.ts';

export type FaultPlace =
  | ('mount' | 'add-update' | 'clean-up' | 'unmount' | 'export')
  | ('add-update boot' | 'clean-up boot' | 'unmount boot')
  | ('add-stack re' | 'add-update re' | 'clean-up re' | 'unmount re' | 'export re')
  | ('add-language' | 'add-capability' | 'enable-feature' | 'add-drivers');

export interface FaultOrder {
  /** The registered file. */
  path: string;
  /** Members of the order beside image and update. */
  order: object;
  /** How many calls of the command come before the one that is meant. */
  skip: number;
}

/** Registers the image "Image" and makes what its order names. */
export async function orderFor(month: Month, place: FaultPlace): Promise<FaultOrder> {
  await month.content(updates.june);
  switch (place) {
    case 'add-update boot':
    case 'clean-up boot':
    case 'unmount boot': {
      const { path } = await upgradePackage(month, 'Image');
      // The image takes the update first; only boot.wim is cleaned up.
      const skip = place === 'clean-up boot' ? 0 : 1;
      return { path: join(path, 'sources', 'install.wim'), order: { includeBootImage: true }, skip };
    }
    case 'add-stack re':
    case 'add-update re':
    case 'clean-up re':
    case 'unmount re':
    case 'export re': {
      await month.catalog(safeOs);
      await month.content(safeOs);
      const { path } = await month.image('Image', { winre: true });
      const both = [updates.june.uniqueId, safeOs.uniqueId];
      return { path, order: { updates: both, includeWinRE: true }, skip: place === 'add-update re' ? 1 : 0 };
    }
    case 'add-language': {
      const { path } = await month.image('Image', { packages: 2 });
      return {
        path,
        order: { languages: ['de-DE'], capabilitySources: [featureFolder(month, ['de-DE'])] },
        skip: 0,
      };
    }
    case 'add-capability': {
      const { path } = await month.image('Image', { packages: 2 });
      return { path, order: { capabilities: [openSsh], capabilitySources: [featureFolder(month)] }, skip: 0 };
    }
    case 'enable-feature': {
      const { path } = await month.image('Image', { packages: 2 });
      return { path, order: { features: ['NetFx3'], featureSource: netFx3Payload(month) }, skip: 0 };
    }
    case 'add-drivers': {
      const { path } = await month.image('Image');
      return { path, order: { driverFolder: driverFolder(month) }, skip: 0 };
    }
    default: {
      const { path } = await month.image('Image');
      return { path, order: { removeSupersededUpdates: true }, skip: 0 };
    }
  }
}
