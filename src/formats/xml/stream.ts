import { SaxesParser } from 'saxes';
import { FormatError } from '../format-error.ts';

/** What a reader of a stream wants to hear. Names come without their prefix. */
export interface XmlListener {
  opened(name: string, attributes: Readonly<Record<string, string>>): void;
  /** `text` is the whole text of the element itself, as it stands; empty where it has none. */
  closed(name: string, text: string): void;
}

export interface XmlBounds {
  /** Characters of the whole document. */
  length: number;
  depth: number;
  /** Characters of the text of one element; left out: as long as the document. */
  text?: number;
}

/**
 * Reads XML of any length piece by piece; what the listener does not keep is gone. Document type declarations are
 * refused, so there are no entities beyond XML's own five and nothing outside the text is ever read.
 */
export class XmlStream {
  readonly #parser = new SaxesParser({ position: false, xmlns: false as const });
  readonly #bounds: XmlBounds;
  /** Text of each open element, outermost first. */
  readonly #texts: string[] = [];
  #length = 0;

  constructor(listener: XmlListener, bounds: XmlBounds) {
    this.#bounds = bounds;
    const addText = (piece: string) => {
      const last = this.#texts.length - 1;
      if (last < 0) return;
      const text = this.#texts[last] + piece;
      if (text.length > (bounds.text ?? bounds.length)) throw new FormatError('limit', 'a text in the XML is too long');
      this.#texts[last] = text;
    };
    this.#parser.on('text', addText);
    this.#parser.on('cdata', addText);
    this.#parser.on('opentag', ({ name, attributes }) => {
      if (this.#texts.length >= bounds.depth) throw new FormatError('limit', 'the XML is nested too deeply');
      this.#texts.push('');
      listener.opened(localName(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => listener.closed(localName(name), this.#texts.pop() ?? ''));
    this.#parser.on('doctype', () => {
      throw new FormatError('corrupt', 'the XML has a document type declaration, which is refused');
    });
    this.#parser.on('error', (error) => {
      throw new FormatError('corrupt', `the XML is not well-formed: ${error.message}`);
    });
  }

  /** Throws FormatError 'corrupt' or 'limit', and whatever the listener throws. */
  write(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#bounds.length) {
      throw new FormatError('limit', `the XML is longer than ${this.#bounds.length} characters`);
    }
    this.#parser.write(piece);
  }

  /** The document ends here. Throws FormatError 'corrupt' when it is cut off. */
  close(): void {
    this.#parser.close();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
