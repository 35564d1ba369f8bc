/** What features are put in from. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeRehearsalPackage, type RehearsalPackageSpec } from '../../src/emulator/make-package.ts';
import type { Month } from './month.ts';

/** Writes a package of a feature on demand of 24H2; `more`: what it is. */
export function writeFeature(month: Month, path: string, more: Partial<RehearsalPackageSpec>): void {
  const sink = month.ports.files.sink(path);
  const usual: RehearsalPackageSpec = {
    ...{ form: 'cab', kind: 'FeatureOnDemand', release: '24H2', installationType: 'Client' },
    ...{ build: 26100, revision: 1, architecture: 'x64' },
  };
  makeRehearsalPackage({ ...usual, ...more }, { sink, ...month.ports });
  sink.close();
}

/** A folder as sources\sxs of the media, with the payload of .NET Framework 3.5. */
export function netFx3Payload(month: Month, build = 26100): string {
  const folder = month.path('sxs');
  mkdirSync(folder);
  const file = 'microsoft-windows-netfx3-ondemand-package~31bf3856ad364e35~amd64~~.cab';
  writeFeature(month, join(folder, file), { capability: 'NetFx3~~~~', build });
  return folder;
}
