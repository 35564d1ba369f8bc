/**
 * The optional features of one index and their states, as far as an image that nobody started tells. The state comes
 * from the record of the package that brings the feature; its manifest says which of the recorded parts are features.
 * What is known only from an administrator's choice is listed with that source.
 */
import { identityKey } from '../formats/mum/identity.ts';
import type { ManifestFeature } from '../formats/mum/manifest.ts';
import type { WimFile, WimNames } from '../formats/wim/types.ts';
import type { FeatureRecords } from './feature-records.ts';
import { packageManifest } from './package-manifest.ts';
import type { ImageFeature } from './types.ts';

/** In the order of their names. Throws `FormatError` for damaged content. */
export function featuresIn(wim: WimFile, tree: WimNames, records: FeatureRecords): ImageFeature[] {
  const found = new Map<string, ImageFeature>();
  for (const { identity, states } of records.byPackage.values()) {
    const known = manifestFeatures(wim, tree, identity);
    for (const [name, state] of states) {
      const feature = known?.get(identityKey(name));
      if (known !== undefined && feature === undefined) continue;
      found.set(identityKey(name), {
        name,
        displayName: feature?.displayName || null,
        state: featureState(state),
        package: identity,
        source: known === undefined ? 'registry' : 'registry and manifest',
      });
    }
  }
  for (const [name, chosen] of records.chosen) {
    if (found.has(identityKey(name))) continue;
    const state = chosen ? 'Enabled' : 'Disabled';
    found.set(identityKey(name), { name, displayName: null, state, package: null, source: 'selection' });
  }
  return [...found.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Undefined where the image has no manifest that can be read. */
function manifestFeatures(
  wim: WimFile,
  tree: WimNames,
  identity: string,
): ReadonlyMap<string, ManifestFeature> | undefined {
  const manifest = packageManifest(wim, tree, identity);
  return manifest && new Map(manifest.features.map((feature) => [identityKey(feature.name), feature]));
}

/** Texts of DISM by the number in the registry. */
const states: Readonly<Record<number, string>> = {
  0: 'Disabled with Payload Removed',
  5: 'Disable Pending',
  64: 'Disabled',
  80: 'Disabled',
  96: 'Enable Pending',
  101: 'Partially Installed',
  112: 'Enabled',
  128: 'Enabled',
};

function featureState(number: number): string {
  return states[number] ?? `Unknown (${number})`;
}
