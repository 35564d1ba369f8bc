import { parseIdentity } from '../formats/mum/identity.ts';
import { recoveryRevision, windowsRevision } from '../formats/mum/role.ts';
import type { PackageRecord } from './hive-facts.ts';
import { isInEffect } from './package-state.ts';
import type { ImagePackage } from './types.ts';

export interface InstalledRevision {
  build: number;
  revision: number;
}

type Package = Pick<ImagePackage, 'name' | 'version' | 'state'>;

/** The newest cumulative update that is in effect; undefined when there is none. */
export function newestCumulativeUpdate(packages: readonly Package[]): InstalledRevision | undefined {
  return newest(packages, windowsRevision);
}

/** What the registry's records of a Windows PE or recovery environment prove; undefined when they prove nothing. */
export function newestInRecovery(
  records: Iterable<Pick<PackageRecord, 'identity' | 'state'>>,
): InstalledRevision | undefined {
  const packages = Array.from(records).flatMap(({ identity, state }) => {
    const parsed = parseIdentity(identity);
    return parsed === undefined ? [] : [{ name: parsed.name, version: parsed.version, state }];
  });
  return newest(packages, recoveryRevision);
}

function newest(
  packages: readonly Package[],
  revisionOf: (one: Package) => string | null,
): InstalledRevision | undefined {
  return packages
    .filter(({ state }) => isInEffect(state))
    .flatMap((one): InstalledRevision[] => {
      const [build, revision] = revisionOf(one)?.split('.').map(Number) ?? [];
      return build === undefined || revision === undefined ? [] : [{ build, revision }];
    })
    .sort((left, right) => right.build - left.build || right.revision - left.revision)[0];
}
