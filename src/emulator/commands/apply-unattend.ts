import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { code } from '../codes.ts';
import { optionValue } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import { findInImage } from '../offline-image.ts';
import { serviceImage } from '../service.ts';
import type { Command, Session } from '../session.ts';

/**
 * Takes an answer file for what it says of offlineServicing, and leaves it in the image. Packages that it names are refused
 * with error 50: they go in with /Add-Package. A file without that pass succeeds and does nothing.
 */
export const applyUnattend: Command = {
  names: ['Apply-Unattend'],
  takesValue: true,
  run: (session) =>
    serviceImage(session, { changes: true }, async ({ folder }) => {
      const { disk, line, log } = session;
      const path = resolve(optionValue(line, 'Apply-Unattend') ?? '');
      const passes = passesOf(session, path);
      if (passes.hasPackages) throw new DismFailure(code.notSupported, `${path} names packages`);
      if (!passes.names.has('offlineservicing')) {
        log.write('Info', 'DISM', `DISM Unattend Manager: ${path} has no pass offlineServicing.`);
        return;
      }
      const windows = findInImage(disk, folder, '\\Windows');
      if (windows === undefined) throw new DismFailure(code.fileNotFound, `${folder} has no Windows`);
      disk.makeFolder(join(windows, 'Panther'));
      disk.replace(join(windows, 'Panther', 'unattend.xml'), disk.readBytes(path, MAX_ANSWERS));
    }),
};

/** The passes that an answer file has settings for, lower case. What is no answer file ends with error 13. */
function passesOf({ disk }: Session, path: string): { names: Set<string>; hasPackages: boolean } {
  if (disk.stamp(path)?.kind !== 'file') throw new DismFailure(code.fileNotFound, `there is no file ${path}`);
  const found = { names: new Set<string>(), hasPackages: false };
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    if (open.length === 1 && name !== 'unattend')
      throw new DismFailure(code.invalidData, `<${name}> is no answer file`);
    if (name === 'settings') found.names.add((attributes['pass'] ?? '').toLowerCase());
    if (name === 'package' && open.at(-2) === 'servicing') found.hasPackages = true;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw new DismFailure(code.invalidData, `${path}: ${error.message}`);
  });
  parser.write(disk.readText(path, MAX_ANSWERS)).close();
  return found;
}

const MAX_ANSWERS = 16 * 1024 * 1024;
