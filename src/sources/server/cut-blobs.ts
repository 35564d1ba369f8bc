/**
 * Takes the documents out of an answer before the XML reader sees it. An answer is nearly all blob: text that an XML reader
 * looks at sign by sign, and whose end a search finds at once. The reader gets a number instead (`#12`), so it still judges
 * whether the answer around the blobs is well-formed.
 */
import { FormatError } from '../../formats/format-error.ts';

const mark = '<XmlUpdateBlob';
const opening = /<XmlUpdateBlob(?:Compressed)?>/y;
const closing = /<\/XmlUpdateBlob(?:Compressed)?>/y;
const longestTag = '</XmlUpdateBlobCompressed>'.length;

export class BlobCutter {
  readonly #next: (piece: string) => void;
  readonly #blobs: string[] = [];
  /** The beginning of a tag. */
  #rest = '';
  /** Pieces of the blob that is open. */
  #open: string[] | undefined;

  /** `next` gets the answer without its blobs. */
  constructor(next: (piece: string) => void) {
    this.#next = next;
  }

  write(piece: string): void {
    const text = this.#rest + piece;
    this.#rest = '';
    for (let at = 0; at < text.length; )
      at = this.#open === undefined ? this.#outside(text, at) : this.#inside(text, at, this.#open);
  }

  /** The answer ends here. */
  finish(): void {
    if (this.#open !== undefined) this.#next(this.#open.join(''));
    this.#next(this.#rest);
    this.#open = undefined;
    this.#rest = '';
  }

  /** The text of a blob, as the XML reader tells it; it is given out once. */
  take(told: string): { text: string; escaped: boolean } {
    const number = /^#(\d{1,9})$/.exec(told)?.[1];
    const blob = number === undefined ? undefined : this.#blobs[Number(number)];
    if (blob === undefined) return { text: told, escaped: false };
    this.#blobs[Number(number)] = '';
    return { text: blob, escaped: true };
  }

  /** Passes on what comes before the next blob. Returns where to go on; what cannot be judged yet is kept. */
  #outside(text: string, from: number): number {
    const at = text.indexOf(mark, from);
    if (at < 0) {
      // The end may be the beginning of a tag.
      const last = text.lastIndexOf('<');
      const kept = last >= from && text.length - last < mark.length ? last : text.length;
      this.#next(text.slice(from, kept));
      this.#rest = text.slice(kept);
      return text.length;
    }
    this.#next(text.slice(from, at));
    if (text.length - at < longestTag) return this.#wait(text, at);
    const tag = matchAt(opening, text, at);
    this.#next(tag ?? mark);
    if (tag !== undefined) this.#open = [];
    return at + (tag ?? mark).length;
  }

  /** A blob is text alone; anything else that is found where it should end is the XML reader's business. */
  #inside(text: string, from: number, open: string[]): number {
    const end = text.indexOf('<', from);
    open.push(text.slice(from, end < 0 ? text.length : end));
    if (end < 0) return text.length;
    if (text.length - end < longestTag) return this.#wait(text, end);
    const blob = open.join('');
    this.#open = undefined;
    if (matchAt(closing, text, end) === undefined) this.#next(blob);
    else this.#next(`#${this.#blobs.push(blob) - 1}`);
    return end;
  }

  #wait(text: string, from: number): number {
    this.#rest = text.slice(from);
    return text.length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unusual = /&(?!(?:lt|gt|amp|quot|apos);)/;

/** Text as it stands in XML, with its references resolved. Throws FormatError for one that XML does not have. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  if (!unusual.test(text)) {
    // Ampersands last: what they leave behind is no reference.
    return Object.entries(entities).reduce((read, [name, sign]) => read.replaceAll(`&${name};`, sign), text);
  }
  return text.replace(/&([^;&]{0,12};?)/g, (_whole, name: string) => {
    const found = name.endsWith(';') ? resolved(name.slice(0, -1)) : undefined;
    if (found === undefined) throw new FormatError('corrupt', 'the answer has a reference that XML does not have');
    return found;
  });
}

function resolved(name: string): string | undefined {
  const code = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (code === null) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
