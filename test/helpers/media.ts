import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UpgradePackage } from '../../src/contract/generated/types.ts';
import { makeRehearsalImage, type RehearsalIndexSpec } from '../../src/emulator/make-image.ts';
import { enterprise, type Month } from './month.ts';

const pe = { edition: 'WindowsPE', installationType: 'WindowsPE', files: 0, bytes: 0 } as const;

/** The indexes of boot.wim on media: what starts Setup, and Setup. */
export const bootIndexes: Partial<RehearsalIndexSpec>[] = [
  { ...pe, name: 'Microsoft Windows PE (amd64)', pe: 'plain' },
  { ...pe, name: 'Microsoft Windows Setup (amd64)', pe: 'setup' },
];

/** Writes a rehearsal image; members of `enterprise` where an index does not say otherwise. */
export function writeImage(month: Month, path: string, indexes: readonly Partial<RehearsalIndexSpec>[]): void {
  const sink = month.ports.files.sink(path);
  const spec = { indexes: indexes.map((each) => ({ ...enterprise, ...each })) };
  makeRehearsalImage(spec, { sink, newDigest: month.ports.newDigest });
  sink.close();
}

export interface MediaParts {
  windows?: readonly Partial<RehearsalIndexSpec>[];
  /** Null: no boot.wim. */
  boot?: readonly Partial<RehearsalIndexSpec>[] | null;
}

/** Makes a folder with media of a rehearsal and registers it as an upgrade package. */
export async function upgradePackage(
  month: Month,
  name: string,
  { windows = [{}], boot = bootIndexes }: MediaParts = {},
): Promise<UpgradePackage> {
  const folder = month.path(name);
  mkdirSync(join(folder, 'sources'), { recursive: true });
  writeFileSync(join(folder, 'setup.exe'), 'MZ setup of the media');
  writeFileSync(join(folder, 'sources', 'setup.exe'), 'MZ setup');
  writeFileSync(join(folder, 'sources', 'setuphost.exe'), 'MZ setuphost');
  writeImage(month, join(folder, 'sources', 'install.wim'), windows);
  if (boot !== null) writeImage(month, join(folder, 'sources', 'boot.wim'), boot);
  const { upgradePackage: added } = await month.call('upgrade-package.add', { path: folder, name, acceptEula: true });
  return added;
}
