/** Every command of dism.exe that the emulator knows. To add one: a file here that exports a `Command`, a line below. */
import type { Command } from '../session.ts';
import { addCapability } from './add-capability.ts';
import { addDriver } from './add-driver.ts';
import { addPackage } from './add-package.ts';
import { applyImage } from './apply-image.ts';
import { applyUnattend } from './apply-unattend.ts';
import { cleanupImage } from './cleanup-image.ts';
import { cleanupMountpoints } from './cleanup-mountpoints.ts';
import { commitImage } from './commit-image.ts';
import { enableFeature } from './enable-feature.ts';
import { exportImage } from './export-image.ts';
import { getCurrentEdition } from './get-current-edition.ts';
import { getFeatures } from './get-features.ts';
import { getImageInfo } from './get-image-info.ts';
import { getMountedImageInfo } from './get-mounted-image-info.ts';
import { getPackageInfo } from './get-package-info.ts';
import { getPackages } from './get-packages.ts';
import { mountImage } from './mount-image.ts';
import { remountImage } from './remount-image.ts';
import { removePackage } from './remove-package.ts';
import { splitImage } from './split-image.ts';
import { unmountImage } from './unmount-image.ts';

export const commands: readonly Command[] = [
  getImageInfo,
  mountImage,
  remountImage,
  commitImage,
  unmountImage,
  getMountedImageInfo,
  addPackage,
  removePackage,
  addCapability,
  addDriver,
  enableFeature,
  getFeatures,
  getPackages,
  getPackageInfo,
  getCurrentEdition,
  applyUnattend,
  cleanupImage,
  exportImage,
  splitImage,
  applyImage,
  cleanupMountpoints,
];
