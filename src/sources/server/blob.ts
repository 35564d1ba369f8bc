/** How an answer carries a metadata document: as text, or as a cabinet with the text in UTF-16. */
import { arraySource } from '../../formats/array-source.ts';
import { openCab } from '../../formats/cab/open.ts';
import { FormatError } from '../../formats/format-error.ts';
import type { Compression } from '../../ports/compression.ts';
import { DocumentReader, longestDocument, type MetadataDocument } from './document.ts';

/** Pieces keep what the XML reader holds at once small. */
const pieceLength = 65_536;

/** Reads the document of an `XmlUpdateBlob`. Throws FormatError. */
export function readPlainBlob(told: string): MetadataDocument {
  const text = asWritten(told);
  const reader = new DocumentReader();
  for (let at = 0; at < text.length; at += pieceLength) reader.write(text.slice(at, at + pieceLength));
  return reader.finish();
}

/** Reads the document of an `XmlUpdateBlobCompressed`: base64 of a cabinet with one member. Throws FormatError. */
export function readCompressedBlob(base64: string, compression: Compression): MetadataDocument {
  const cabinet = openCab(arraySource(Buffer.from(base64, 'base64')), compression);
  const member = cabinet.members.find(({ name }) => name === 'blob') ?? cabinet.members[0];
  if (member === undefined) throw new FormatError('corrupt', 'the cabinet of a document holds nothing');
  if (member.size > 2 * longestDocument) {
    throw new FormatError('limit', `the document is longer than ${longestDocument} characters`);
  }
  const decoder = new TextDecoder('utf-16le');
  const reader = new DocumentReader();
  for (const piece of cabinet.read(member)) reader.write(decoder.decode(piece, { stream: true }));
  reader.write(decoder.decode());
  return reader.finish();
}

const lessThan = 0x3c;
const halfCharacter = '\ufffd';

/**
 * Microsoft's sample server tells documents that came to it compressed in a strange way: the bytes of UTF-8, two of them as
 * one character. No document begins with such a character, so it can be turned back; of an odd number the last byte is lost,
 * which is always that of the last tag.
 */
function asWritten(told: string): string {
  const first = told.charCodeAt(0);
  if ((first & 0xff) !== lessThan || first === lessThan) return told;
  const whole = told.endsWith(halfCharacter) ? told.slice(0, -1) : told;
  return Buffer.from(whole, 'utf16le').toString('utf8') + (whole === told ? '' : '>');
}
