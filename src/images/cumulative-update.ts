import { windowsRevision } from '../formats/mum/role.ts';
import type { ImagePackage } from './types.ts';

export interface InstalledRevision {
  build: number;
  revision: number;
  package: ImagePackage;
}

/** In effect now, or as soon as the image first starts: after offline servicing both are success. */
const inEffect: readonly string[] = ['Installed', 'Install Pending'];

/** The newest cumulative update that is in effect; undefined when there is none. */
export function newestCumulativeUpdate(packages: readonly ImagePackage[]): InstalledRevision | undefined {
  return packages
    .filter(({ state }) => inEffect.includes(state))
    .flatMap((one): InstalledRevision[] => {
      const [build, revision] = windowsRevision(one)?.split('.').map(Number) ?? [];
      return build === undefined || revision === undefined ? [] : [{ build, revision, package: one }];
    })
    .sort((left, right) => right.build - left.build || right.revision - left.revision)[0];
}
