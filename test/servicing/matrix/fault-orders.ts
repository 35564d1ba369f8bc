/** What is ordered so that a run comes to the step at which a call is to fail. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeOs } from '../../helpers/dynamic-updates.ts';
import { netFx3Payload, writeFeature } from '../../helpers/features.ts';
import { upgradePackage } from '../../helpers/media.ts';
import { type Month, updates } from '../../helpers/month.ts';

export type FaultPlace =
  | ('mount' | 'add-update' | 'clean-up' | 'unmount' | 'export')
  | ('add-update boot' | 'add-stack re' | 'add-update re' | 'add-capability' | 'enable-feature' | 'add-drivers');

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
    case 'add-update boot': {
      const { path } = await upgradePackage(month, 'Image');
      // The image takes the update first.
      return { path: join(path, 'sources', 'install.wim'), order: { includeBootImage: true }, skip: 1 };
    }
    case 'add-stack re':
    case 'add-update re': {
      await month.catalog(safeOs);
      await month.content(safeOs);
      const { path } = await month.image('Image', { winre: true });
      const both = [updates.june.uniqueId, safeOs.uniqueId];
      return { path, order: { updates: both, includeWinRE: true }, skip: place === 'add-stack re' ? 0 : 1 };
    }
    case 'add-capability': {
      const { path } = await month.image('Image', { packages: 2 });
      return { path, order: { capabilities: [capability], capabilitySources: [disc(month)] }, skip: 0 };
    }
    case 'enable-feature': {
      const { path } = await month.image('Image', { packages: 2 });
      return { path, order: { features: ['NetFx3'], featureSource: netFx3Payload(month) }, skip: 0 };
    }
    case 'add-drivers': {
      const { path } = await month.image('Image');
      return { path, order: { driverFolder: drivers(month) }, skip: 0 };
    }
    default: {
      const { path } = await month.image('Image');
      return { path, order: { removeSupersededUpdates: true }, skip: 0 };
    }
  }
}

const capability = 'OpenSSH.Server~~~~0.0.1.0';

function disc(month: Month): string {
  const folder = month.path('disc');
  const features = join(folder, 'LanguagesAndOptionalFeatures');
  mkdirSync(join(features, 'metadata'), { recursive: true });
  writeFeature(month, join(features, 'OpenSSH-Server-Package~31bf3856ad364e35~amd64~~.cab'), { capability });
  writeFileSync(join(features, 'FoDMetadata_Client.cab'), 'describes the features');
  writeFileSync(join(features, 'metadata', 'DesktopTargetCompDB_Neutral.xml.cab'), 'more of it');
  return folder;
}

function drivers(month: Month): string {
  const folder = month.path('drivers');
  mkdirSync(folder);
  writeFileSync(join(folder, 'net.inf'), '[Version]\r\nSignature = "$WINDOWS NT$"\r\nCatalogFile = net.cat\r\n');
  for (const name of ['net.sys', 'net.cat']) writeFileSync(join(folder, name), name);
  return folder;
}
