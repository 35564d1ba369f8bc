import { parseIdentity } from '../formats/mum/identity.ts';
import { windowsRevision } from '../formats/mum/role.ts';
import type { PackageRecord } from './hive-facts.ts';
import type { ImagePackage } from './types.ts';

export interface InstalledRevision {
  build: number;
  revision: number;
}

/** In effect now, or as soon as the image first starts: after offline servicing both are success. */
const inEffect: readonly string[] = ['Installed', 'Install Pending'];

/** The newest cumulative update that is in effect; undefined when there is none. */
export function newestCumulativeUpdate(
  packages: readonly Pick<ImagePackage, 'name' | 'version' | 'state'>[],
): InstalledRevision | undefined {
  return packages
    .filter(({ state }) => inEffect.includes(state))
    .flatMap((one): InstalledRevision[] => {
      const [build, revision] = windowsRevision(one)?.split('.').map(Number) ?? [];
      return build === undefined || revision === undefined ? [] : [{ build, revision }];
    })
    .sort((left, right) => right.build - left.build || right.revision - left.revision)[0];
}

/** The same from the registry's records alone. */
export function newestRecorded(
  records: Iterable<Pick<PackageRecord, 'identity' | 'state'>>,
): InstalledRevision | undefined {
  return newestCumulativeUpdate(
    Array.from(records).flatMap(({ identity, state }) => {
      const parsed = parseIdentity(identity);
      return parsed === undefined ? [] : [{ name: parsed.name, version: parsed.version, state }];
    }),
  );
}
