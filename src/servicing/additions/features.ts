/** Optional features: which of them an index has, which can be enabled, and with what payload. */
import { Problem } from '../../errors.ts';
import type { ImageIndex } from '../../images/types.ts';
import type { Ports } from '../../ports/index.ts';

export interface WantedFeatures {
  features: readonly string[];
  /** Folder with the payload of those that the image does not hold. */
  featureSource: string | null;
}

/** From this build on Windows has no .NET Framework 3.5 that could be enabled. */
const withoutNetFx3 = 27965;

const enabledStates: readonly string[] = ['Enabled', 'Enable Pending'];

/**
 * The features of an order for one index: those to enable, in the spelling of the image, and those that are. Throws Problem
 * ImgFeatureNotFound for what the image does not have, and for payload that nobody has.
 */
export function featuresFor(
  { index, build, features: known = [] }: Pick<ImageIndex, 'index' | 'build' | 'features'>,
  { features, featureSource }: WantedFeatures,
): { wanted: string[]; there: string[] } {
  const wanted: string[] = [];
  const there: string[] = [];
  for (const name of features) {
    if (isNetFx3(name) && (build ?? 0) >= withoutNetFx3) {
      throw problem(
        `Index ${index} (build ${build}) has no .NET Framework 3.5: Windows gave it up with build ${withoutNetFx3}.`,
      );
    }
    const found = known.find((each) => each.name.toLowerCase() === name.toLowerCase());
    // An image that lists no features at all leaves it to DISM.
    if (found === undefined && known.length > 0) throw problem(`Index ${index} has no feature ${name}.`);
    const needsPayload = found?.state === 'Disabled with Payload Removed' || (found === undefined && isNetFx3(name));
    if (needsPayload && featureSource === null) {
      throw problem(`Index ${index} does not hold the payload of ${name}, and no featureSource was named.`);
    }
    if (found !== undefined && enabledStates.includes(found.state)) there.push(found.name);
    else wanted.push(found?.name ?? name);
  }
  return { wanted, there };
}

/** Throws Problem ImgFeatureNotFound where the folder is none, or lacks the payload of .NET Framework 3.5. */
export function assertPayload({ files }: Pick<Ports, 'files'>, { features, featureSource }: WantedFeatures): void {
  if (featureSource === null) return;
  if (files.facts(featureSource)?.kind !== 'folder') throw problem(`There is no folder ${featureSource}.`);
  const isHeld = files.names(featureSource).some((name) => /netfx3.*\.cab$/i.test(name));
  if (features.some(isNetFx3) && !isHeld) {
    throw problem(`${featureSource} holds no microsoft-windows-netfx3-ondemand-package*.cab.`);
  }
}

function isNetFx3(name: string): boolean {
  return name.toLowerCase() === 'netfx3';
}

function problem(detail: string): Problem {
  return new Problem('ImgFeatureNotFound', { detail });
}
