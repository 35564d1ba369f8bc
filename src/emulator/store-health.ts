/** What the component store of an image is like: damaged or whole, and how large. */
import { join } from 'node:path';
import { parseIdentity } from '../formats/mum/identity.ts';
import { code } from './codes.ts';
import { COMPONENT_SERVICING, packageState, storedPackages } from './component-store.ts';
import type { Disk } from './disk.ts';
import { DismFailure } from './failure.ts';
import { PACKAGES, payloadFolder } from './install-package.ts';
import { findKey, textOf } from './new-key.ts';
import { findInImage, readHiveFile, SOFTWARE } from './offline-image.ts';
import { startProgress } from './progress.ts';
import type { Session } from './session.ts';
import { storedManifest } from './stored-manifest.ts';

/** Installed packages whose manifest is damaged or gone: what makes a component store one to repair. */
export function damagedPackages(disk: Disk, folder: string): string[] {
  return storedPackages(readHiveFile(disk, folder, SOFTWARE))
    .filter(({ state }) => state === packageState.installed)
    .map(({ identity }) => identity)
    .filter((identity) => {
      const manifest = storedManifest(disk, folder, identity);
      return manifest === undefined || manifest === 'damaged';
    });
}

/**
 * /RestoreHealth: takes what is damaged anew from the Windows at /Source, or ends with 0x800f081f. In captures its error
 * stands right below the bar, without the blank line that others have.
 */
export async function restoreHealth(session: Session, folder: string): Promise<void> {
  const { disk, console, line } = session;
  try {
    const progress = await startProgress(session, '', 57);
    await progress.to(20);
    const sources = (line.values.get('source') ?? []).map((path) => path.replace(/[\\/]Windows[\\/]?$/i, ''));
    const missing = damagedPackages(disk, folder).filter((identity) => {
      return !sources.some((source) => takeManifest(disk, { identity, source, folder }));
    });
    await progress.to(100);
    if (missing.length > 0) throw new DismFailure(code.sourceNotFound, `nothing to repair ${missing[0]} with`);
  } catch (error) {
    if (error instanceof DismFailure) error.isBelowBar = true;
    throw error;
  }
  await console.line('The restore operation completed successfully.');
}

function takeManifest(disk: Disk, what: { identity: string; source: string; folder: string }): boolean {
  const { identity, source, folder } = what;
  const [from, to] = [source, folder].map((each) => findInImage(disk, each, PACKAGES));
  const path = join(from ?? '', `${identity}.mum`);
  if (from === undefined || to === undefined || disk.stamp(path)?.kind !== 'file') return false;
  disk.replace(join(to, `${identity}.mum`), disk.readBytes(path, MAX_MANIFEST));
  return true;
}

/** /AnalyzeComponentStore: what of the store could be given back. */
export async function analyzeStore(session: Session, folder: string): Promise<void> {
  const { disk, console } = session;
  const progress = await startProgress(session, '', 57);
  const store = findInImage(disk, folder, '\\Windows\\WinSxS');
  const software = readHiveFile(disk, folder, SOFTWARE);
  const superseded = storedPackages(software).filter(({ state }) => state === packageState.superseded);
  await progress.to(50);
  const all = store === undefined ? 0 : bytesBelow(disk, store);
  const old = superseded.reduce((sum, { identity }) => {
    const parsed = parseIdentity(identity);
    return sum + (parsed === undefined ? 0 : bytesBelow(disk, payloadFolder(disk, folder, parsed)));
  }, 0);
  const cleaned = textOf(findKey(software, COMPONENT_SERVICING), 'LastResetBase_UTC');
  await progress.to(100);
  for (const text of [
    '',
    'Component Store (WinSxS) information:',
    '',
    `Windows Explorer Reported Size of Component Store : ${shownSize(all)}`,
    '',
    `Actual Size of Component Store : ${shownSize(all)}`,
    '',
    `    Shared with Windows : ${shownSize(all - old)}`,
    `    Backups and Disabled Features : ${shownSize(old)}`,
    `    Cache and Temporary Data : ${shownSize(0)}`,
    '',
    ...(cleaned === '' ? [] : [`Date of Last Cleanup : ${shownCleanUp(cleaned)}`, '']),
    `Number of Reclaimable Packages : ${superseded.length}`,
    `Component Store Cleanup Recommended : ${superseded.length > 0 ? 'Yes' : 'No'}`,
    '',
  ]) {
    await console.line(text);
  }
}

function bytesBelow(disk: Disk, path: string): number {
  const stamp = disk.stamp(path);
  if (stamp?.kind === 'file') return stamp.size;
  if (stamp?.kind !== 'folder') return 0;
  return disk.names(path).reduce((sum, name) => sum + bytesBelow(disk, join(path, name)), 0);
}

/** "4.98 GB", "506.90 MB", "279.52 KB", "0 bytes". */
function shownSize(bytes: number): string {
  const unit = [
    ['GB', 1024 ** 3],
    ['MB', 1024 ** 2],
    ['KB', 1024],
  ].find(([, size]) => bytes >= Number(size));
  return unit === undefined ? `${bytes} bytes` : `${(bytes / Number(unit[1])).toFixed(2)} ${unit[0]}`;
}

/** "2024/4/1:07:29:00.123", as the registry has it, as "2024-04-01 07:29:00". */
function shownCleanUp(written: string): string {
  const [, day = '', time = ''] = /^([\d/]+):([\d:]+)/.exec(written) ?? [];
  return `${day
    .split('/')
    .map((part) => part.padStart(2, '0'))
    .join('-')} ${time}`;
}

const MAX_MANIFEST = 64 * 1024 * 1024;
