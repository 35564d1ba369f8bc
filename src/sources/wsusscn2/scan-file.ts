/**
 * The cabinets of an offline scan file: an outer one with an index, the master document in a cabinet of its own, and
 * cabinets with the streams of ranges of revisions. Inner ones are read through the outer one, never taken out.
 */
import type { ByteSource } from '../../formats/bytes.ts';
import { openCab } from '../../formats/cab/open.ts';
import type { CabFile, CabMember, InflateRaw } from '../../formats/cab/types.ts';
import { FormatError } from '../../formats/format-error.ts';
import { xmlChild, xmlChildren } from '../../formats/xml/element.ts';
import { parseXml } from '../../formats/xml/parse.ts';
import { sequentialSource } from '../../packages/member-source.ts';

const longestIndex = 1 << 20;
/** Bytes of the longest stream of one revision. Core streams, which are longer, are not read. */
const longestStream = 8 << 20;

/** A cabinet with the streams of the revisions from `from` on. */
export interface Range {
  name: string;
  from: number;
}

export interface ScanFile {
  outer: CabFile;
  ranges: Range[];
  /** The master document: its bytes, and its text piece by piece. */
  master(): { size: number; pieces: Generator<string> };
  /** Streams of one range that `wanted` takes, in the order in which they lie there. */
  streams(range: Range, wanted: (kind: StreamKind, revisionId: number) => boolean): Generator<Stream>;
}

/** `extended`: files; `title`: texts in English. */
export type StreamKind = 'extended' | 'title';

export interface Stream {
  kind: StreamKind;
  revisionId: number;
  text: string;
}

/** Throws FormatError: it is no cabinet, or one without the parts of a scan file. */
export function openScanFile(source: ByteSource, inflateRaw: InflateRaw): ScanFile {
  const outer = openCab(source, { inflateRaw });
  const inner = (name: string): CabFile => {
    const member = memberNamed(outer, name);
    return openCab(
      sequentialSource(member.size, () => outer.read(member)),
      { inflateRaw },
    );
  };
  return {
    outer,
    ranges: rangesOf(text(outer, memberNamed(outer, 'index.xml'), longestIndex)),
    master() {
      const cab = inner('package.cab');
      const member = memberNamed(cab, 'package.xml');
      return { size: member.size, pieces: decoded(cab.read(member)) };
    },
    *streams({ name }, wanted) {
      const cab = inner(name);
      const placed = cab.members.flatMap((member) => {
        const place = placeOf(member.name);
        return place !== undefined && wanted(place.kind, place.revisionId) ? [{ member, ...place }] : [];
      });
      placed.sort((a, b) => a.member.folder - b.member.folder || a.member.offset - b.member.offset);
      for (const { member, kind, revisionId } of placed) {
        if (member.size > longestStream) continue;
        yield { kind, revisionId, text: text(cab, member, longestStream) };
      }
    },
  };
}

function* decoded(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder();
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** What a member is, by its name in the cabinet. */
function placeOf(name: string): { kind: StreamKind; revisionId: number } | undefined {
  const [, extended, title] = /^(?:x[\\/](\d{1,10})|l[\\/]en[\\/](\d{1,10}))(?:\.xml)?$/i.exec(name) ?? [];
  if (extended !== undefined) return { kind: 'extended', revisionId: Number(extended) };
  return title === undefined ? undefined : { kind: 'title', revisionId: Number(title) };
}

/** Cabinets in the order of their ranges. */
function rangesOf(index: string): Range[] {
  const list = xmlChild(parseXml(index), 'CABLIST');
  const ranges = xmlChildren(list, 'CAB').flatMap(({ attributes: { NAME, RANGESTART } }) =>
    NAME !== undefined && /^\d{1,10}$/.test(RANGESTART ?? '') ? [{ name: NAME, from: Number(RANGESTART) }] : [],
  );
  if (ranges.length === 0) throw new FormatError('corrupt', 'its index names no cabinet with a range');
  return ranges.sort((a, b) => a.from - b.from);
}

function memberNamed(cab: CabFile, name: string): CabMember {
  const member = cab.members.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (member === undefined) throw new FormatError('corrupt', `there is no ${name} in it`);
  return member;
}

function text(cab: CabFile, member: CabMember, limit: number): string {
  return new TextDecoder().decode(cab.readAll(member, limit)).replace(/^\ufeff/, '');
}
