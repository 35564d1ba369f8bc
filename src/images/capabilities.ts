import { FormatError } from '../formats/format-error.ts';
import { capabilityKey, languageFeaturePackage } from '../formats/mum/capability.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import { isUpdateRole, packageRole } from '../formats/mum/role.ts';
import type { WimFile } from '../formats/wim/types.ts';
import type { ImagePackage } from './types.ts';

const packagesFolder = '\\Windows\\servicing\\Packages';
const largestManifest = 64 * 2 ** 20;
const inEffect: readonly string[] = ['Installed', 'Install Pending'];

/** Whether a capability is in an index. */
export type HasCapability = (name: string) => boolean;

/**
 * Looks for capabilities in one index: a package that is in effect and whose manifest says that it is one, or that has the
 * name that packages of language features have. Throws FormatError for damaged content.
 */
export function capabilitiesIn(wim: WimFile, index: number, packages: readonly ImagePackage[]): HasCapability {
  const tree = wim.names(index);
  const present = packages.filter(({ state, hidden }) => !hidden && inEffect.includes(state));
  const names = new Set(present.map(({ name }) => name.toLowerCase()));
  const declared = new Set<string>();
  for (const { identity, name } of present) {
    if (!mayBeCapability(name)) continue;
    const entry = tree.find(`${packagesFolder}\\${identity}.mum`);
    if (entry === undefined || entry.directory || entry.sha1 === '') continue;
    for (const each of declaredIn(wim.readAll(entry.sha1, largestManifest))) declared.add(capabilityKey(each));
  }
  return (name) => declared.has(capabilityKey(name)) || names.has(languageFeaturePackage(name)?.toLowerCase() ?? '');
}

function mayBeCapability(name: string): boolean {
  const role = packageRole(name);
  return !isUpdateRole(role) && !['update-part', 'language-pack', 'foundation'].includes(role);
}

/** A manifest that cannot be read declares nothing. */
function declaredIn(bytes: Uint8Array): readonly string[] {
  try {
    return parseManifest(bytes).capabilities;
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}
