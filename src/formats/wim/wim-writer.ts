import type { ByteSink, ByteSource } from '../bytes.ts';
import type { XmlElement } from '../xml/element.ts';
import type { NewImageInfo } from './image-xml.ts';
import type { NewWimTree, WimFile } from './types.ts';
import type { SolidContents } from './write-solid.ts';

/** A sink for a WIM, with what only some sinks can do. */
export interface WimSink extends ByteSink {
  /** Gives back what is in the file so far; an integrity table needs it. */
  read?(offset: number, length: number): Uint8Array;
  /** Returns when everything so far is on the disk. Called before the header makes it valid. */
  sync?(): void;
}

export interface FinishOptions {
  /** Default: as it was, 0 (none) in a new file. */
  bootIndex?: number;
  /** Default: only when the file had one. */
  integrity?: boolean;
  /** Elements below WIM other than IMAGE: each name given here replaces what the file had of that name. */
  rootElements?: readonly XmlElement[];
}

export interface WimWriter {
  /** Writes content of `size` bytes unless the file has it already; returns its SHA-1, '' for size 0. */
  addBlob(content: Iterable<Uint8Array>, size: number): string;
  /**
   * Takes content over from another file: its stored bytes where compression and chunk size agree, else encoded anew.
   * FormatError 'corrupt' when it does not have its SHA-1, 'not-found' when `from` lacks it.
   */
  copyBlob(from: WimFile, fromSource: ByteSource, sha1: string): void;
  /**
   * As `copyBlob`, and yields how many bytes of a long content are done: content can have many gigabytes, and the caller
   * may want to show progress or give up between. It is taken over only when the generator has ended.
   */
  copyBlobInSteps(from: WimFile, fromSource: ByteSource, sha1: string): Generator<number, void>;
  /**
   * Takes contents over from another file into one solid resource, those that the file has already left out; yields how many bytes are
   * done. FormatError as `copyBlob`, 'unsupported' where the file's version knows no solid resources.
   */
  copySolid(contents: SolidContents): AsyncGenerator<number, void>;
  /**
   * Adds an image and returns its index. All contents that the tree names must be in the file before. Counts are
   * computed; `info.xml` may carry elements to keep.
   */
  addImage(tree: NewWimTree, info: NewImageInfo): number;
  /** Puts another tree in the place of an image's; what `info` does not give stays. */
  replaceImage(index: number, tree: NewWimTree, info: NewImageInfo): void;
  /** Changes what the XML says of an image, not its tree. */
  describeImage(index: number, info: NewImageInfo): void;
  /** Writes tables and XML, then the header, which makes the whole valid. */
  finish(options?: FinishOptions): void;
}
