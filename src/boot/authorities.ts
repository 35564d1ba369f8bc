import type { KnownAuthority } from '../packages/issuing-authority.ts';

/** Which generation of Secure Boot keys stands behind a boot file. */
export type Generation = '2011' | '2023';

/**
 * The two authorities of Microsoft that sign the boot files of Windows, by thumbprint. Firmware of new machines trusts
 * both, older firmware the first alone; where the first is revoked only the second counts.
 */
export const bootAuthorities: readonly (KnownAuthority & { generation: Generation })[] = [
  {
    name: 'Microsoft Windows Production PCA 2011',
    sha1: '580a6f4cc4e4b669b9ebdc1b2b3e087b80d0678d',
    generation: '2011',
  },
  { name: 'Windows UEFI CA 2023', sha1: '45a0fa32604773c82433c3b7d59e7466b3ac0c67', generation: '2023' },
];

export function generationOf(issuer: string | null): Generation | null {
  return bootAuthorities.find(({ name }) => name === issuer)?.generation ?? null;
}
