import { basename, dirname, join, resolve } from 'node:path';
import { digestOf } from '../../formats/digest-of.ts';
import { isDriverInf, readInfVersion } from '../../formats/inf/version.ts';
import { code } from '../codes.ts';
import { refused } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import { findInImage } from '../offline-image.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';
import { architectures } from '../windows-facts.ts';

/** Puts driver packages into the driver store: the folder of the .inf with its files, and the .inf as oem<n>.inf. */
export const addDriver: Command = {
  names: ['Add-Driver'],
  values: ['Driver'],
  flags: ['Recurse', 'ForceUnsigned'],
  required: ['Driver'],
  run: (session) =>
    serviceImage(session, { changes: true }, async ({ folder, architecture = 'x64' }) => {
      const { console, line } = session;
      await console.line('Searching for driver packages to install...');
      const given = line.values.get('driver') ?? [];
      const found = given.flatMap((path) => infsOf(session, resolve(path)));
      await console.line(`Found ${found.length} driver package(s) to install.`);
      if (found.length === 0) throw new DismFailure(code.fileNotFound, 'no .inf file was found');
      let failure: DismFailure | undefined;
      for (const [at, inf] of found.entries()) {
        const announced = `Installing ${at + 1} of ${found.length} - ${inf}: `;
        if (isAcceptable(session, inf)) {
          install(session, inf, { folder, servicing: architectures[architecture].servicing });
          await console.line(`${announced}The driver package was successfully installed.`);
        } else {
          await console.line(`${announced}Error - An error occurred. The driver package could not be installed.`);
          failure = new DismFailure(code.notSupported, `${inf} is not signed`);
        }
      }
      if (failure !== undefined) throw failure;
    }),
};

/** The .inf files that one /Driver names: one, or those of a folder, with /Recurse those below it too. */
function infsOf(session: Session, path: string): string[] {
  const { disk, line } = session;
  const kind = disk.stamp(path)?.kind;
  if (kind === undefined) throw new DismFailure(code.fileNotFound, `${path} is not there`);
  if (kind === 'file') {
    if (!/\.inf$/i.test(path)) throw refused(`The /Driver option names ${path}, which is no .inf file.`);
    return [path];
  }
  return disk
    .names(path)
    .sort()
    .flatMap((name) => {
      const inside = join(path, name);
      const inner = disk.stamp(inside)?.kind;
      if (inner === 'folder') return line.flags.has('recurse') ? infsOf(session, inside) : [];
      return inner === 'file' && /\.inf$/i.test(name) && isDriver(session, inside) ? [inside] : [];
    });
}

function isDriver({ disk }: Session, inf: string): boolean {
  return isDriverInf(readInfVersion(disk.readBytes(inf, MAX_INF)));
}

/** A driver with a catalog counts as signed here: nobody checks signatures in a rehearsal. */
function isAcceptable({ disk, line }: Session, inf: string): boolean {
  if (line.flags.has('forceunsigned')) return true;
  const { catalogs } = readInfVersion(disk.readBytes(inf, MAX_INF));
  const beside = new Set(disk.names(dirname(inf)).map((name) => name.toLowerCase()));
  return catalogs.some((catalog) => beside.has(catalog.toLowerCase()));
}

function install(session: Session, inf: string, image: { folder: string; servicing: string }): void {
  const { disk, newDigest } = session;
  const windows = findInImage(disk, image.folder, '\\Windows');
  const system = findInImage(disk, image.folder, '\\Windows\\System32');
  if (windows === undefined || system === undefined) throw new DismFailure(code.fileNotFound, 'there is no Windows');
  const bytes = disk.readBytes(inf, MAX_INF);
  const mark = digestOf(newDigest, 'sha256', bytes).slice(0, 16);
  const folder = `${basename(inf).toLowerCase()}_${image.servicing}_${mark}`;
  const store = join(system, 'DriverStore', 'FileRepository', folder);
  // The same driver a second time changes nothing.
  if (disk.stamp(store) !== undefined) return;
  disk.makeFolder(store);
  for (const name of disk.names(dirname(inf))) {
    const path = join(dirname(inf), name);
    const isOther = /\.inf$/i.test(name) && name !== basename(inf);
    if (disk.stamp(path)?.kind !== 'file' || isOther) continue;
    disk.replace(join(store, name), disk.readBytes(path, MAX_FILE));
  }
  const published = join(windows, 'INF');
  disk.makeFolder(published);
  const taken = new Set(disk.names(published).map((name) => name.toLowerCase()));
  let number = 0;
  while (taken.has(`oem${number}.inf`)) number += 1;
  disk.replace(join(published, `oem${number}.inf`), bytes);
}

const MAX_INF = 8 * 1024 * 1024;
const MAX_FILE = 256 * 1024 * 1024;
