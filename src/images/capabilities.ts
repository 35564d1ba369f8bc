import { capabilityKey, languageFeaturePackage } from '../formats/mum/capability.ts';
import { isUpdateRole, packageRole } from '../formats/mum/role.ts';
import type { WimFile } from '../formats/wim/types.ts';
import { packageManifest } from './package-manifest.ts';
import { isInEffect } from './package-state.ts';
import type { ImagePackage } from './types.ts';

/** Whether a capability is in an index. */
export type HasCapability = (name: string) => boolean;

/**
 * Looks for capabilities in one index: a package that is in effect and whose manifest says that it is one, or that has the
 * name that packages of language features have. Throws FormatError for damaged content.
 */
export function capabilitiesIn(wim: WimFile, index: number, packages: readonly ImagePackage[]): HasCapability {
  const tree = wim.names(index);
  const present = packages.filter(({ state, hidden }) => !hidden && isInEffect(state));
  const names = new Set(present.map(({ name }) => name.toLowerCase()));
  const declared = new Set<string>();
  for (const { identity, name } of present) {
    if (!mayBeCapability(name)) continue;
    // A manifest that cannot be read declares nothing.
    const { capabilities = [] } = packageManifest(wim, tree, identity) ?? {};
    for (const each of capabilities) declared.add(capabilityKey(each));
  }
  return (name) => declared.has(capabilityKey(name)) || names.has(languageFeaturePackage(name)?.toLowerCase() ?? '');
}

function mayBeCapability(name: string): boolean {
  const role = packageRole(name);
  return !isUpdateRole(role) && !['update-part', 'language-pack', 'foundation'].includes(role);
}
