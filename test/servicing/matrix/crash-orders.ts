/** What is ordered of each kind of image, so that a run comes to every step. */
import { join } from 'node:path';
import { safeOs, setup } from '../../helpers/dynamic-updates.ts';
import { discOf, driverFolder, featureFolder, netFx3Payload, openSsh } from '../../helpers/features.ts';
import { enterprise, type KnownUpdate, type Month, older, updates } from '../../helpers/month.ts';

/**
 * An upgrade package is serviced with all of its media: the recovery image, boot.wim, the files of Setup and the boot
 * managers too. Additions: a language and a feature from a disc, an optional feature, .NET and drivers, and the result is sent
 * to a distribution point.
 */
export type ServicedShape = 'OS image' | 'multi-index' | 'upgrade package' | 'additions';

export interface CrashOrder {
  /** The registered file. */
  path: string;
  /** Files that are published with it. */
  beside: string[];
  /** Members of the order beside the image. */
  order: object;
  /** Where the result is sent to. */
  point?: string;
}

/** Registers the image "Image" and makes what its order names. */
export async function crashOrder(month: Month, shape: ServicedShape): Promise<CrashOrder> {
  await month.catalog(safeOs, setup);
  for (const update of updatesOf[shape]) await month.content(update);
  const order = { updates: updatesOf[shape].map(({ uniqueId }) => uniqueId) };
  switch (shape) {
    case 'OS image':
      return { ...(await month.image('Image')), beside: [], order };
    case 'multi-index': {
      const { path } = await month.image('Image', {}, older);
      return { path, beside: [], order: { ...order, removeSupersededUpdates: true } };
    }
    case 'upgrade package':
      return { ...(await media(month)), order: { ...order, profile: 'media', updateBootManager: '2023' } };
    case 'additions':
      return additions(month, order);
  }
}

const updatesOf: Record<ServicedShape, readonly KnownUpdate[]> = {
  'OS image': [updates.june],
  'multi-index': [updates.june, updates.older],
  'upgrade package': [updates.june, safeOs, setup],
  additions: [updates.june, updates.dotNet],
};

async function media(month: Month): Promise<{ path: string; beside: string[] }> {
  const folder = month.path('Image');
  const indexes = [{ ...enterprise, winre: true, boot: {} }];
  await month.call('rehearsal.image', { out: folder, spec: { indexes, upgradePackage: {} } });
  await month.call('upgrade-package.add', { path: folder, name: 'Image', acceptEula: true });
  const sources = join(folder, 'sources');
  const ofSetup = ['boot.wim', 'setup.exe', 'setuphost.exe'].map((name) => join(sources, name));
  const ofBoot = [join('efi', 'boot', 'bootx64.efi'), 'bootmgr.efi'].map((name) => join(folder, name));
  return { path: join(sources, 'install.wim'), beside: [...ofSetup, ...ofBoot] };
}

async function additions(month: Month, order: object): Promise<CrashOrder> {
  const { path } = await month.image('Image', { packages: 2 });
  await month.call('distribution.add', { name: 'North', type: 'folder', path: month.path('North') });
  await month.call('distribution.send', { image: ['Image'], point: ['North'] });
  const more = {
    ...{ languages: ['de-DE'], capabilities: [openSsh], capabilitySources: [discOf(featureFolder(month, ['de-DE']))] },
    ...{ features: ['NetFx3'], featureSource: netFx3Payload(month), driverFolder: driverFolder(month) },
    ...{ removeSupersededUpdates: true, updateDistributionPoint: true },
  };
  return { path, beside: [], order: { ...order, ...more }, point: join(month.path('North'), 'Image.wim') };
}
