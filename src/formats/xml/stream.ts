import { SaxesParser } from 'saxes';
import { FormatError } from '../format-error.ts';

const MAX_DEPTH = 64;
/** Characters of one text. */
const MAX_TEXT = 1 << 20;

/** What a reader of a large document hears. Names are without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string, text: string): void;
}

/**
 * Reads a document of any size piece by piece, holding nothing of it. Document type declarations are refused, so there are
 * no entities beyond XML's own five. `text` of `close` is the character data directly inside an element without children.
 * Call `end` behind the last piece. FormatError 'corrupt' or 'limit'.
 */
export function xmlStream(handler: XmlHandler): { write(text: string): void; end(): void } {
  const parser = new SaxesParser();
  let depth = 0;
  let text = '';
  parser.on('error', (error) => {
    throw new FormatError('corrupt', `the XML is not well-formed: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new FormatError('corrupt', 'the XML has a document type declaration, which is refused');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new FormatError('limit', 'the XML is nested too deeply');
    text = '';
    handler.open(local(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(local(tag.name), text);
    text = '';
  });
  const add = (piece: string): void => {
    text += piece;
    if (text.length > MAX_TEXT) throw new FormatError('limit', 'a text in the XML is too long');
  };
  parser.on('text', add);
  parser.on('cdata', add);
  return {
    write: (piece) => {
      parser.write(piece);
    },
    end: () => {
      parser.close();
    },
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
