/** The table of steps. The plan names a kind; this finds the file that carries it out. */
import { addCapability } from './add-capability.ts';
import { addDrivers } from './add-drivers.ts';
import { addLanguage } from './add-language.ts';
import { addUpdate } from './add-update.ts';
import { takeBootManagers, updateBootManager } from './boot-managers.ts';
import { check } from './check.ts';
import { cleanUp } from './clean-up.ts';
import { copy } from './copy.ts';
import { distribute } from './distribute.ts';
import { enableFeature } from './enable-feature.ts';
import { expandSetup } from './expand-setup.ts';
import { exportImage } from './export.ts';
import { mount } from './mount.ts';
import { publishImage } from './publish.ts';
import { putRecovery } from './put-recovery.ts';
import type { Step } from './step.ts';
import { takeFeatures } from './take-features.ts';
import { takeRecovery } from './take-recovery.ts';
import { takeSetup } from './take-setup.ts';
import { unmount } from './unmount.ts';
import { verify } from './verify.ts';

const list: Step[] = [
  check,
  copy,
  takeFeatures,
  takeRecovery,
  putRecovery,
  mount,
  addLanguage,
  addCapability,
  addUpdate,
  cleanUp,
  enableFeature,
  addDrivers,
  unmount,
  exportImage,
  expandSetup,
  takeSetup,
  takeBootManagers,
  updateBootManager,
  verify,
  publishImage,
  distribute,
];

export const steps: ReadonlyMap<string, Step> = new Map(list.map((step) => [step.kind, step]));
