/**
 * Reads registry hives ("regf", versions 1.3 to 1.6): the SOFTWARE hive of an image says what is installed in it.
 *
 * Guarantees: nothing is parsed before it is asked for, so that one look-up in a hive of 100 MB touches a handful of
 * cells; every offset, size and count is checked against the file before it is used; loops, shared keys and more than
 * 512 levels are refused; damaged input throws `FormatError` and nothing else. A hive that was not closed properly is
 * completed from its transaction logs, in memory; without them it is `dirty`, and its reader tells the user so.
 */
import type { ByteSource } from '../bytes.ts';
import { readBaseBlock } from './base-block.ts';
import { openCells } from './cells.ts';
import { type KeyContext, StoredKey } from './key.ts';
import { replayLogs } from './replay.ts';
import type { Hive, HiveKey } from './types.ts';
import { valueReader } from './value.ts';

export type { Hive, HiveKey, HiveValue } from './types.ts';
export { registryType } from './types.ts';

/**
 * Opens a hive. The source may be the whole file in memory or a file that is read on demand: bins are read as needed
 * and a few megabytes of them kept. `logs` are its transaction logs (`.LOG1`, `.LOG2`) in any order. Throws
 * `FormatError` when the header or the root key is damaged.
 */
export function openHive(file: ByteSource, logs: readonly ByteSource[] = []): Hive {
  const replayed = logs.length === 0 ? undefined : replayLogs(file, logs);
  const source = replayed?.source ?? file;
  const header = readBaseBlock(source);
  const cells = openCells(source, header.dataSize);
  const context: KeyContext = {
    cells,
    values: valueReader(cells, header.minorVersion),
    parents: new Map([[header.rootOffset, -1]]),
  };
  const root = new StoredKey(context, { offset: header.rootOffset, depth: 0 });
  return {
    root,
    dirty: header.dirty,
    replayed: replayed?.entries ?? 0,
    lastWritten: header.lastWritten,
    key(path) {
      const names = path.split('\\').filter((name) => name !== '');
      return names.reduce<HiveKey | undefined>((key, name) => key?.subkey(name), root);
    },
  };
}
