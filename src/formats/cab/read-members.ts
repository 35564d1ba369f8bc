import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { CabBytes } from './cab-bytes.ts';
import { readDosTime } from './dos-time.ts';
import type { CabHeader } from './header.ts';
import { decodeName, nameProblem, pathKey } from './names.ts';
import type { CabMember } from './types.ts';

/** Most content of a block, and by that of a folder: 65,535 of them. */
export const BLOCK_BYTES = 32_768;
const UTF8_NAME = 0x80;
/** From here on a folder index says that the content begins or ends in another cabinet. */
const OTHER_CABINET = 0xfffd;

/** The table of files. Throws FormatError 'truncated' or 'corrupt'. */
export function readMembers(source: ByteSource, header: CabHeader): CabMember[] {
  const fields = new CabBytes(source, header.filesOffset, header.size);
  const members: CabMember[] = [];
  const names = new Set<string>();
  for (let index = 0; index < header.fileCount; index++) {
    const [size, offset] = [fields.u32(), fields.u32()];
    const [folder, date, time, attributes] = [fields.u16(), fields.u16(), fields.u16(), fields.u16()];
    const { text: name, valid } = decodeName(fields.terminated(), (attributes & UTF8_NAME) !== 0);
    checkPlace(header, { name, folder, end: offset + size });
    const key = pathKey(name);
    members.push({
      name,
      nameProblem: (valid ? nameProblem(name) : 'encoding') || (names.has(key) ? 'duplicate' : ''),
      size,
      attributes,
      modified: readDosTime(date, time),
      folder: folder >= OTHER_CABINET ? -1 : folder,
      offset,
    });
    names.add(key);
  }
  return members;
}

function checkPlace(header: CabHeader, { name, folder, end }: { name: string; folder: number; end: number }): void {
  if (folder >= OTHER_CABINET) return;
  const blocks = header.folders[folder]?.blockCount;
  if (blocks === undefined) throw new FormatError('corrupt', `'${name}' is in folder ${folder}, which is not there`);
  if (end > BLOCK_BYTES * blocks) throw new FormatError('corrupt', `'${name}' lies beyond the end of its folder`);
}
