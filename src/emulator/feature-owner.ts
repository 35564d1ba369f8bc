import { parseIdentity } from '../formats/mum/identity.ts';
import { packageRole } from '../formats/mum/role.ts';
import type { NewKey } from '../formats/regf/write.ts';
import { packageState, storedPackages } from './component-store.ts';

/** Identities of the packages that bring features: those of Windows itself, in the order of the registry. */
export function featureOwners(software: NewKey): string[] {
  return storedPackages(software)
    .filter(({ state }) => state === packageState.installed)
    .map(({ identity }) => identity)
    .filter((identity) => packageRole(parseIdentity(identity)?.name ?? '') === 'foundation');
}
