/**
 * Head of `imgupdate.bundle.cjs`: gives out the pieces that the build cut the engine into, so that a command loads its own
 * code alone. Pieces that every command needs are functions in that file. The others lie one behind the other, as text, in
 * `imgupdate.pieces`: three hundred files would be slow to check, and to open one by one. The text is read once, at the
 * start, so that a process that stays never mixes two versions. Node keeps the compiled form of each piece by itself.
 */
import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { join } from 'node:path';

/** Body of a CommonJS module. */
type Piece = (exports: object, require: (path: string) => unknown, module: { exports: object }, folder: string) => void;

/** Where a piece starts and ends in the text, in bytes, and its number, which is the same in the next version more often than not. */
type Place = readonly [start: number, end: number, number: number];

export interface Cut {
  /** Path of the piece to run. */
  entry: string;
  /** Those in this file, by the paths that pieces load each other by. */
  always: Readonly<Record<string, Piece>>;
  /** Those in the other file. */
  others: Readonly<Record<string, Place>>;
}

/** Runs the entry. `load` loads what is no piece; `folder` holds the files. */
export function runPieces({ entry, always, others }: Cut, folder: string, load: (path: string) => unknown): void {
  const texts = readFileSync(join(folder, 'imgupdate.pieces'));
  const loaded = new Map<string, { exports: object }>();
  need(entry);

  function need(path: string): unknown {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const piece = always[path] ?? compiled(others[path]);
    if (piece === undefined) return load(path);
    const module = { exports: {} };
    loaded.set(path, module);
    piece(module.exports, need, module, folder);
    // The bundler exports getters of getters, which loops in another piece would ask at every call.
    module.exports = { ...module.exports };
    return module.exports;
  }

  function compiled(place: Place | undefined): Piece | undefined {
    if (place === undefined) return undefined;
    const [start, end, number] = place;
    const file = join(folder, `imgupdate.piece-${number}.cjs`);
    const module = new Module(file) as Module & { _compile(text: string, file: string): void };
    // Not `vm`: the compiled form of its scripts is not kept.
    module._compile(texts.toString('utf8', start, end), file);
    return module.exports as Piece;
  }
}
