import { join } from 'node:path';
import { Problem } from '../errors.ts';
import { isDriverInf, readInfVersion } from '../formats/inf/version.ts';
import type { Ports } from '../ports/index.ts';
import type { PlanDrivers } from './plan/input.ts';

/** Deeper, and more, than any vendor's driver package goes. */
const deepest = 32;
const mostFiles = 200_000;
const largestInf = 8 * 1024 * 1024;

/**
 * The drivers below a folder: those that bring a catalog beside them, and so can be signed, and the others. Links are not
 * followed. Throws Problem ImgDriverNotFound.
 */
export function findDrivers(ports: Ports, folder: string, forceUnsigned: boolean): PlanDrivers {
  if (ports.files.facts(folder)?.kind !== 'folder') {
    throw new Problem('ImgDriverNotFound', { detail: `There is no folder ${folder}.` });
  }
  const found: PlanDrivers = { folder, forceUnsigned, signed: [], unsigned: [], bytes: 0 };
  let seen = 0;
  const visit = (at: string, depth: number): void => {
    const names = ports.files.names(at).sort();
    const lower = new Set(names.map((name) => name.toLowerCase()));
    for (const name of names) {
      const path = join(at, name);
      const facts = ports.files.facts(path);
      seen += 1;
      if (seen > mostFiles)
        throw new Problem('ImgDriverNotFound', { detail: `${folder} holds more than ${mostFiles} files.` });
      if (facts?.kind === 'folder' && depth < deepest) visit(path, depth + 1);
      if (facts?.kind !== 'file') continue;
      found.bytes += facts.size;
      if (!/\.inf$/i.test(name) || facts.size > largestInf) continue;
      const version = readInfVersion(bytesOf(ports, path));
      if (!isDriverInf(version)) continue;
      const isSigned = version.catalogs.some((catalog) => lower.has(catalog.toLowerCase()));
      (isSigned ? found.signed : found.unsigned).push(path);
    }
  };
  visit(folder, 0);
  const usable = found.signed.length + (forceUnsigned ? found.unsigned.length : 0);
  if (usable > 0) return found;
  const unsigned = found.unsigned.length;
  throw new Problem('ImgDriverNotFound', {
    detail:
      unsigned === 0
        ? `${folder} and the folders below it hold no driver (.inf).`
        : `The ${unsigned} driver(s) below ${folder} come without a catalog file, so they are not signed.`,
  });
}

function bytesOf(ports: Ports, path: string): Uint8Array {
  const source = ports.files.source(path);
  try {
    return source.read(0, source.size);
  } finally {
    source.close();
  }
}
