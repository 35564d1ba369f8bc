/**
 * Decoders in WebAssembly. Their sources lie in `src/formats/assembly/`; `npm run generate` compiles each into a
 * `module.ts` beside the TypeScript decoder of the same format, which is the reference: what the module does not decode
 * is left to it, so that it alone says what is wrong with a chunk. To add one: `src/formats/assembly/<format>.ts`, a line
 * in `.build/assembly.ts`, and a file like `lzx/assembled.ts`.
 *
 * Guarantees: a module is compiled when the first chunk comes, and not at all where the platform cannot; the memory of
 * a decoder is bounded, and what a large chunk took goes back when nobody decodes.
 */

/** The parts of the platform's interface that are used here; the types that the project compiles with have none of it. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: unknown };
  RuntimeError: new () => Error;
};

/** What every decoder of `src/formats/assembly/` exports. */
export interface AssembledDecoder {
  memory: { buffer: ArrayBuffer };
  /** Makes memory for a chunk and its content; 0 where there is none. */
  reserve(inputSize: number, outputSize: number): number;
  inputPlace(): number;
  outputPlace(inputSize: number): number;
}

/** Chunk and content together: the largest chunks that programs make, 64 MiB, even where they hardly shrink. */
const MOST_BYTES = 132 << 20;
/** A larger memory is kept only until the garbage collector comes. */
const KEPT_BYTES = 8 << 20;

export class Assembled<Decoder extends AssembledDecoder> {
  readonly #text: string;
  readonly #prepare: (decoder: Decoder) => void;
  readonly #keptBytes: number;
  #module: object | undefined;
  #kept: Decoder | undefined;
  #large: WeakRef<Decoder> | undefined;
  #impossible = false;

  /** `text` is the base64 of a module; `prepare` is called for each memory that it gets. */
  constructor(text: string, options: { prepare?: (decoder: Decoder) => void; keptBytes?: number } = {}) {
    this.#text = text;
    this.#prepare = options.prepare ?? (() => undefined);
    this.#keptBytes = options.keptBytes ?? KEPT_BYTES;
  }

  /**
   * Puts `input` in its place, lets `work` decode it, and copies the content into `output`. Returns false, with `output`
   * as it was, where `work` does or where the module cannot run.
   */
  decode(input: Uint8Array, output: Uint8Array, work: (decoder: Decoder) => boolean): boolean {
    const content = this.decodeInPlace(input, output.length, work);
    if (content === undefined) return false;
    output.set(content);
    return true;
  }

  /** The same for content of `size` bytes that stays in the decoder's memory, where the next call writes over it. */
  decodeInPlace(input: Uint8Array, size: number, work: (decoder: Decoder) => boolean): Uint8Array | undefined {
    if (input.length + size > MOST_BYTES) return undefined;
    const decoder = this.#decoder();
    if (decoder === undefined || decoder.reserve(input.length, size) === 0) return undefined;
    const memory = new Uint8Array(decoder.memory.buffer);
    memory.set(input, decoder.inputPlace());
    try {
      if (!work(decoder)) return undefined;
    } catch (error) {
      // Its own checks should come first, but the platform's would stop it too.
      if (error instanceof WebAssembly.RuntimeError) return undefined;
      throw error;
    } finally {
      if (memory.length > this.#keptBytes) this.#kept = undefined;
    }
    const place = decoder.outputPlace(input.length);
    return memory.subarray(place, place + size);
  }

  #decoder(): Decoder | undefined {
    const known = this.#kept ?? this.#large?.deref();
    if (known !== undefined || this.#impossible) return known;
    try {
      this.#module ??= new WebAssembly.Module(Uint8Array.from(atob(this.#text), (letter) => letter.charCodeAt(0)));
      const decoder = new WebAssembly.Instance(this.#module, {}).exports as Decoder;
      this.#prepare(decoder);
      this.#kept = decoder;
      this.#large = new WeakRef(decoder);
      return decoder;
    } catch {
      this.#impossible = true;
      return undefined;
    }
  }
}
