import type { PackageIdentity } from '../formats/mum/identity.ts';

/** Size of the payload that stands for what a cumulative update brings. */
export const PAYLOAD_BYTES = 48 * 1024;

/** Every revision has a payload of its own. */
export function payloadSeed({ build, revision }: { build: number; revision: number }): number {
  return build * 65_536 + revision;
}

/** Name of the folder in the component store that holds the payload of a package. */
export function payloadFolderName({ architecture, name, publicKeyToken, version }: PackageIdentity): string {
  return [architecture, name.toLowerCase(), publicKeyToken, version, 'none'].join('_');
}
