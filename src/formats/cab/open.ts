import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { FolderStream } from './folder-stream.ts';
import { type CabHeader, readCabHeader } from './header.ts';
import { readMembers } from './read-members.ts';
import type { CabFile, CabMember, InflateRaw } from './types.ts';

/**
 * Reads cabinet files: stored, MSZIP and LZX. Quantum is refused by name, and so are members that begin or end in
 * another cabinet of a set; all others can be read, and everything can be listed.
 *
 * Guarantees: every size is checked against the file before memory is taken; checksums are checked where there are any
 * (they are weak: whoever needs certainty compares a digest); names that must not become paths are marked; whatever the
 * bytes are, only FormatError is thrown.
 */
export type * from './types.ts';

/**
 * Opens a cabinet. Its tables are read now, data when it is asked for. Throws FormatError 'not-recognised', 'truncated',
 * 'unsupported' or 'corrupt'.
 */
export function openCab(source: ByteSource, { inflateRaw }: { inflateRaw: InflateRaw }): CabFile {
  const header = readCabHeader(source);
  const members = readMembers(source, header);
  const { size, reserve, setId, setIndex, previous, next, folders } = header;
  const read = memberReader(source, header, inflateRaw);
  return {
    ...{ size, reserve, setId, setIndex, previous, next, folders, members, read },
    readAll(member, limit) {
      if (member.size > limit) {
        throw new FormatError('limit', `'${member.name}' has ${member.size} bytes, more than ${limit} are not read`);
      }
      const content = new Uint8Array(member.size);
      let at = 0;
      for (const piece of read(member)) {
        content.set(piece, at);
        at += piece.length;
      }
      return content;
    },
  };
}

function memberReader(source: ByteSource, header: CabHeader, inflateRaw: InflateRaw): CabFile['read'] {
  /** The folder read last, as far as it was decoded. */
  let current: { index: number; stream: FolderStream } | undefined;

  /** A stream whose block holds `at`. Another read may have moved it on since the last call. */
  function streamAt(index: number, at: number): FolderStream {
    const folder = header.folders[index];
    if (folder === undefined) throw new FormatError('not-found', `there is no folder ${index} in the cabinet`);
    if (current?.index !== index || at < current.stream.position) {
      current = { index, stream: new FolderStream(source, { header, folder, inflateRaw }) };
    }
    const { stream } = current;
    try {
      while (at >= stream.position + stream.block.length) stream.advance();
    } catch (error) {
      // What is left of the stream is of no use: the next read begins again.
      current = undefined;
      throw error;
    }
    return stream;
  }

  return function* read(member: CabMember): Generator<Uint8Array> {
    if (member.folder < 0) {
      throw new FormatError('split', `'${member.name}' begins or ends in another cabinet of the set`);
    }
    const end = member.offset + member.size;
    for (let at = member.offset; at < end; ) {
      const { position, block } = streamAt(member.folder, at);
      const piece = block.slice(at - position, end - position);
      yield piece;
      at += piece.length;
    }
  };
}
