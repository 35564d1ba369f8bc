import type { WimEntry, WimFile } from '../formats/wim/types.ts';

const symbolicLink = 0xa000000c;
const mountPoint = 0xa0000003;
const largestLink = 64 * 1024;

/** What a reparse point is, in words: "a symbolic link to ..\\target". Throws FormatError where its data is damaged. */
export function linkText(wim: WimFile, { reparseTag, reparseSha1 }: WimEntry): string {
  const tag = reparseTag >>> 0;
  const what = tag === symbolicLink ? 'a symbolic link' : tag === mountPoint ? 'a junction' : undefined;
  if (what === undefined) return `a reparse point of the kind 0x${tag.toString(16)}`;
  const target =
    reparseSha1 === '' ? '' : targetIn(wim.readAll(reparseSha1, largestLink), tag === symbolicLink ? 12 : 8);
  return target === '' ? what : `${what} to ${target}`;
}

/** The name for people, else the one for the system: offsets and lengths stand before them. */
function targetIn(data: Uint8Array, names: number): string {
  if (data.length < names) return '';
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const text = (at: number): string => {
    const start = names + view.getUint16(at, true);
    return new TextDecoder('utf-16le').decode(data.subarray(start, start + view.getUint16(at + 2, true)));
  };
  return text(4) || text(0);
}
