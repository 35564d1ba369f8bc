/**
 * Splits a stream of bytes into JSON records without holding more than one of them: one record a line, or the members of
 * one array. A record that is not JSON or too long is reported with its line; the rest goes on.
 */
export interface RawRecord {
  /** Line in the input where the record begins, from 1. */
  line: number;
  value?: unknown;
  /** Why there is no value. */
  error?: string;
}

/** Characters of the longest record that is read. */
const longestRecord = 16 * 1024 * 1024;

export async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawRecord> {
  let splitter: Splitter | null = null;
  let line = 1;
  for await (const text of decode(chunks)) {
    let rest = text;
    if (splitter === null) {
      const start = /\S/.exec(text)?.index ?? -1;
      if (start < 0) {
        line += countLines(text);
        continue;
      }
      line += countLines(text.slice(0, start));
      rest = text.slice(start);
      splitter = rest.startsWith('[') ? new ArraySplitter(line) : new LineSplitter(line);
      if (rest.startsWith('[')) rest = rest.slice(1);
    }
    yield* splitter.push(rest);
  }
  if (splitter !== null) yield* splitter.end();
}

/** Text of UTF-8 or UTF-16 (little endian, with its mark); broken characters become the replacement character. */
export async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

interface Splitter {
  push(text: string): Iterable<RawRecord>;
  end(): Iterable<RawRecord>;
}

class LineSplitter implements Splitter {
  #line: number;
  #rest = '';
  #tooLong = false;

  constructor(line: number) {
    this.#line = line;
  }

  *push(text: string): Iterable<RawRecord> {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield* this.#take(text.slice(start, end));
      this.#line += 1;
      start = end + 1;
    }
    this.#rest += text.slice(start);
    if (this.#rest.length > longestRecord) {
      this.#rest = '';
      this.#tooLong = true;
    }
  }

  *end(): Iterable<RawRecord> {
    yield* this.#take('');
  }

  *#take(tail: string): Iterable<RawRecord> {
    const text = this.#rest + tail;
    const tooLong = this.#tooLong || text.length > longestRecord;
    this.#rest = '';
    this.#tooLong = false;
    if (tooLong) yield { line: this.#line, error: 'the record is too long' };
    else if (text.trim() !== '') yield parseRecord(this.#line, text);
  }
}

/** Members of one array: cut where brackets and braces outside of texts are balanced. */
class ArraySplitter implements Splitter {
  #line: number;
  #startLine: number;
  #record = '';
  #depth = 0;
  #inText = false;
  #escaped = false;
  #closed = false;

  constructor(line: number) {
    this.#line = line;
    this.#startLine = line;
  }

  *push(text: string): Iterable<RawRecord> {
    let from = 0;
    for (let at = 0; at < text.length && !this.#closed; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) this.#line += 1;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 92) this.#escaped = true;
        else if (code === 34) this.#inText = false;
      } else if (code === 34) this.#inText = true;
      else if (code === 123 || code === 91) this.#depth += 1;
      else if ((code === 44 || code === 93) && this.#depth === 0) {
        yield* this.#take(text.slice(from, at));
        from = at + 1;
        this.#closed = code === 93;
      } else if (code === 125 || code === 93) this.#depth -= 1;
      if (this.#record === '' && text.slice(from, at + 1).trim() === '') this.#startLine = this.#line;
    }
    if (!this.#closed) this.#record += text.slice(from);
    if (this.#record.length > longestRecord) {
      yield { line: this.#startLine, error: 'the record is too long; the rest of the list is not read' };
      this.#closed = true;
      this.#record = '';
    }
  }

  *end(): Iterable<RawRecord> {
    if (this.#closed) return;
    yield { line: this.#startLine, error: 'the list does not end: the file is cut off' };
  }

  *#take(tail: string): Iterable<RawRecord> {
    const text = this.#record + tail;
    this.#record = '';
    if (text.trim() !== '') yield parseRecord(this.#startLine, text);
    this.#startLine = this.#line;
  }
}

function parseRecord(line: number, text: string): RawRecord {
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch {
    return { line, error: 'the record is not JSON' };
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
