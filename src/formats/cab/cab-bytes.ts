import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';
import { decodeName } from './names.ts';

const READ_BYTES = 1 << 16;
const MOST_NAME_BYTES = 256;

/** Reads the small fields of a cabinet one after another. Throws FormatError 'truncated' at `end`. */
export class CabBytes {
  readonly #source: ByteSource;
  readonly #end: number;
  #at: number;
  /** Part of the source that was read, and where it begins. */
  #part: Uint8Array = new Uint8Array(0);
  #partAt = 0;

  constructor(source: ByteSource, at: number, end: number) {
    this.#source = source;
    this.#at = at;
    this.#end = end;
  }

  skip(count: number): void {
    this.#at += count;
  }

  bytes(count: number): Uint8Array {
    if (this.#at + count > this.#end) throw new FormatError('truncated', 'the cabinet ends inside its tables');
    let from = this.#at - this.#partAt;
    if (from < 0 || from + count > this.#part.length) {
      this.#part = this.#source.read(this.#at, Math.min(Math.max(count, READ_BYTES), this.#end - this.#at));
      this.#partAt = this.#at;
      from = 0;
    }
    this.#at += count;
    return this.#part.subarray(from, from + count);
  }

  u8(): number {
    return this.bytes(1)[0] as number;
  }

  u16(): number {
    const bytes = this.bytes(2);
    return (bytes[0] as number) | ((bytes[1] as number) << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 0x1_0000;
  }

  /** Bytes up to a NUL, which is skipped. 'corrupt' when there is none within 256 bytes. */
  terminated(): Uint8Array {
    const room = Math.min(MOST_NAME_BYTES, this.#end - this.#at);
    const start = this.#at;
    const length = this.bytes(Math.max(0, room)).indexOf(0);
    if (length < 0) throw new FormatError('corrupt', 'a name in the cabinet has no end');
    this.#at = start;
    const name = this.bytes(length);
    this.skip(1);
    return name;
  }

  text(): string {
    return decodeName(this.terminated(), false).text;
  }
}
