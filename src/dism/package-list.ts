import { fieldBlocks } from './fields.ts';

/** One entry of /Get-Packages. The install time is left out: it is printed in the format of the machine's culture. */
export interface PackageState {
  identity: string;
  /** Installed, Install Pending, Staged, Superseded, ... as printed. */
  state: string;
  releaseType: string;
}

/** Reads the list form of /Get-Packages. */
export function parsePackageList(lines: readonly string[]): PackageState[] {
  return fieldBlocks(lines, 'Package Identity').map((block) => ({
    identity: block.get('Package Identity') ?? '',
    state: block.get('State') ?? '',
    releaseType: block.get('Release Type') ?? '',
  }));
}
