import { arraySource } from '../../formats/array-source.ts';
import type { ByteSource } from '../../formats/bytes.ts';
import { openCab } from '../../formats/cab/open.ts';
import type { CabFile } from '../../formats/cab/types.ts';
import { FormatError } from '../../formats/format-error.ts';
import { fileForm, formBytes } from '../file-form.ts';
import { parseAnswerFile } from '../package-text.ts';
import { type MemberReader, member, notOurs, type StandInTools } from './members.ts';

/**
 * The members of the package in a cabinet, or in the cabinet that the answer file of an .msu has installed. Throws
 * FormatError: 'not-recognised' when there is no package in it, 'unsupported' when it is none of ours.
 */
export function cabinetMembers(source: ByteSource, tools: StandInTools): MemberReader {
  const outer = openCab(source, tools);
  if (holds(outer, member.manifest)) return readerOf(outer);
  const inner = openCab(arraySource(installedCabinet(outer)), tools);
  if (!holds(inner, member.manifest)) throw noPackage();
  return readerOf(inner);
}

/** Whether it is a cabinet with a package's cabinet in it, not the package itself. Throws FormatError. */
export function isMsu(source: ByteSource, tools: StandInTools): boolean {
  const { form } = fileForm(source.read(0, Math.min(formBytes, source.size)));
  return form === 'cab' && !holds(openCab(source, tools), member.manifest);
}

/** The cabinet that the answer file of an .msu installs; several are in it where a servicing stack comes along. */
function installedCabinet(msu: CabFile): Uint8Array {
  for (const { name } of msu.members.filter((each) => isAnswerName(each.name)).slice(0, MOST_DOCUMENTS)) {
    const answer = parseAnswerFile(readerOf(msu)(name, MAX_DOCUMENT), name);
    if (answer !== undefined && holds(msu, answer.cabinet)) return readerOf(msu)(answer.cabinet, MAX_CABINET);
  }
  throw noPackage();
}

function isAnswerName(name: string): boolean {
  return /^[^\\/]+\.xml$/i.test(name) && !/^_manifest_/i.test(name);
}

function holds({ members }: CabFile, wanted: string): boolean {
  return members.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

function readerOf(cab: CabFile): MemberReader {
  return (wanted, limit) => {
    const found = cab.members.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (found === undefined) throw notOurs();
    return cab.readAll(found, limit);
  };
}

function noPackage(): FormatError {
  return new FormatError('not-recognised', 'there is no package in the cabinet');
}

const MOST_DOCUMENTS = 16;
const MAX_DOCUMENT = 1024 * 1024;
const MAX_CABINET = 256 * 1024 * 1024;
