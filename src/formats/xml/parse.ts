import { SaxesParser } from 'saxes';
import { FormatError } from '../format-error.ts';
import type { XmlElement } from './element.ts';

/**
 * Reads small XML documents of foreign files into a tree. Document type declarations are refused, so there are no
 * entities beyond XML's own five and nothing outside the text is ever read. Depth and number of elements are bounded.
 */
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 1_000_000;
const MAX_LENGTH = 32 * 1024 * 1024;

/** The root element of `text`. FormatError 'corrupt' when it is not well-formed, 'limit' when it is beyond the bounds. */
export function parseXml(text: string): XmlElement {
  if (text.length > MAX_LENGTH) throw new FormatError('limit', `XML of ${text.length} characters is too long`);
  const parser = new SaxesParser();
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [document];
  let elements = 0;

  parser.on('error', (error) => {
    throw new FormatError('corrupt', `the XML is not well-formed: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new FormatError('corrupt', 'the XML has a document type declaration, which is refused');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (open.length > MAX_DEPTH || elements > MAX_ELEMENTS) {
      throw new FormatError('limit', 'the XML is nested too deeply or has too many elements');
    }
    const element = { name: tag.name, attributes: { ...tag.attributes }, children: [], text: '' };
    open[open.length - 1]?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined && closed.children.length > 0 && closed.text.trim() === '') closed.text = '';
  });
  const addText = (piece: string) => {
    const element = open[open.length - 1];
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  parser.write(text).close();
  const [root] = document.children;
  if (root === undefined) throw new FormatError('corrupt', 'the XML has no root element');
  return root;
}
