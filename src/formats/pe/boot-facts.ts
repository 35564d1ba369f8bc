import type { ByteSource } from '../bytes.ts';
import { viewOf } from '../wim/fields.ts';
import { readAt } from './open.ts';
import { resourcesOf } from './resources.ts';
import type { PeFile } from './types.ts';

/** What the resources of a boot program say. */
export interface BootFacts {
  /** File version, four numbers with dots; null where there is none. */
  version: string | null;
  /** Secure version number, "major.minor"; null where it has none, as boot managers before 2024. */
  svn: string | null;
}

const VERSION_TYPE = 16;
const SVN_NAME = 'BOOTMGRSECURITYVERSIONNUMBER';
/** VS_FIXEDFILEINFO lies behind a header of six bytes and its key, "VS_VERSION_INFO". */
const FIXED_AT = 40;
const FIXED_BYTES = 16;
const FIXED_SIGNATURE = 0xfeef_04bd;

/** Throws FormatError for resources that are broken. */
export function bootFacts(source: ByteSource, pe: PeFile): BootFacts {
  const facts: BootFacts = { version: null, svn: null };
  for (const { path, place } of resourcesOf(source, pe)) {
    if (path.includes(SVN_NAME) && place.length >= 4) {
      const number = viewOf(readAt(source, pe, { ...place, length: 4 })).getUint32(0, true);
      facts.svn ??= `${number >>> 16}.${number & 0xffff}`;
    } else if (path[0] === VERSION_TYPE && place.length >= FIXED_AT + FIXED_BYTES) {
      const fixed = viewOf(readAt(source, pe, { address: place.address + FIXED_AT, length: FIXED_BYTES }));
      if (fixed.getUint32(0, true) !== FIXED_SIGNATURE) continue;
      const parts = [10, 8, 14, 12].map((at) => fixed.getUint16(at, true));
      facts.version ??= parts.join('.');
    }
  }
  return facts;
}
