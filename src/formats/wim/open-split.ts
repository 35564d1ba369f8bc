import type { ByteSource, NewDigest } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { hexOf } from './fields.ts';
import { type FileHeader, readHeader } from './header.ts';
import { joinedSource } from './joined-source.ts';
import type { LookupTable } from './lookup-table.ts';
import { openParts } from './open.ts';
import { readTable } from './read-tables.ts';
import type { WimFile } from './types.ts';

interface Part {
  source: ByteSource;
  header: FileHeader;
}

/**
 * Opens a split set (`.swm`) as one file: all its parts, in any order. Offsets count through the parts as if they were
 * one file, each behind the other. Throws FormatError: 'split' where a part is missing, is there twice or belongs to
 * another set; 'corrupt' where parts contradict each other; and what `openWim` throws.
 */
export function openSplitWim(sources: readonly ByteSource[], newDigest: NewDigest): WimFile {
  const parts = sources.map((source) => ({ source, header: readHeader(source) }));
  parts.sort((first, second) => first.header.partNumber - second.header.partNumber);
  checkSet(parts);
  const source = joinedSource(parts.map((part) => part.source));
  return openParts({ source, parts, newDigest, readTable: () => joinedTable(parts) });
}

function checkSet(parts: readonly Part[]): void {
  const [first] = parts;
  if (first === undefined) throw new FormatError('split', 'a split WIM has at least one part');
  const { guid, totalParts, version, compression, chunkSize, imageCount } = first.header;
  parts.forEach(({ header }, index) => {
    if (hexOf(header.guid) !== hexOf(guid) || header.totalParts !== totalParts) {
      throw new FormatError(
        'split',
        `part ${header.partNumber} belongs to another split WIM than part ${first.header.partNumber}`,
      );
    }
    if (header.partNumber !== index + 1) {
      const what =
        header.partNumber <= index ? `part ${header.partNumber} is there twice` : `part ${index + 1} is missing`;
      throw new FormatError('split', `${what}; the split WIM has ${totalParts} parts`);
    }
    const same = header.version === version && header.compression === compression && header.chunkSize === chunkSize;
    if (!same || header.imageCount !== imageCount) {
      throw new FormatError('corrupt', `part ${header.partNumber} of the split WIM contradicts its first part`);
    }
  });
  if (parts.length < totalParts) {
    throw new FormatError('split', `part ${parts.length + 1} is missing; the split WIM has ${totalParts} parts`);
  }
}

/** The lookup tables of all parts as one. */
function joinedTable(parts: readonly Part[]): LookupTable {
  const joined: LookupTable = { blobs: new Map(), metadata: [], solid: false, solidRuns: [] };
  let base = 0;
  for (const { source, header } of parts) {
    const table = readTable(source, header);
    const runsBefore = joined.solidRuns.length;
    for (const blob of new Set([...table.blobs.values(), ...table.metadata])) {
      if (blob.solidRun === undefined) blob.offset += base;
      else blob.solidRun += runsBefore;
    }
    for (const run of table.solidRuns) {
      for (const resource of run.resources) resource.offset += base;
      joined.solidRuns.push(run);
    }
    for (const [sha1, blob] of table.blobs) if (!joined.blobs.has(sha1)) joined.blobs.set(sha1, blob);
    joined.metadata.push(...table.metadata);
    joined.solid ||= table.solid;
    base += source.size;
  }
  return joined;
}
