import type { ByteSource } from '../bytes.ts';
import { baseBlockSize, checksum } from './base-block.ts';
import { type HiveLog, logKind, pagesOf, readLog } from './log.ts';
import { PatchedSource } from './patched-source.ts';

const PRIMARY = 4;
const SECONDARY = 8;
const CHECKSUM = 0x1fc;
const REGF = 0x66676572;

export interface Replayed {
  /** The hive as Windows would find it after its recovery. */
  source: ByteSource;
  /** How many sets of changes were taken from the logs. */
  entries: number;
}

/**
 * Applies what the transaction logs of a hive hold and the hive lacks, in memory. Returns undefined where there is
 * nothing to do: the hive is clean, or no log has a whole entry that follows on it. Logs of the old format (before
 * Windows 8.1) are not applied.
 */
export function replayLogs(source: ByteSource, logs: readonly ByteSource[]): Replayed | undefined {
  if (source.size < baseBlockSize) return undefined;
  const head = new Uint8Array(source.read(0, baseBlockSize));
  const view = new DataView(head.buffer);
  if (view.getUint32(0, true) !== REGF) return undefined;
  const valid = view.getUint32(CHECKSUM, true) === checksum(view);
  if (valid && view.getUint32(PRIMARY, true) === view.getUint32(SECONDARY, true)) return undefined;

  const read = logs.filter((log) => logKind(log) === 'new').map(readLog);
  const usable = read.filter(({ entries }) => entries.length > 0).sort((one, other) => first(one) - first(other));
  const chosen = valid ? following(usable, view.getUint32(SECONDARY, true)) : usable.slice(-1);
  const [oldest] = chosen;
  if (oldest === undefined) return undefined;
  // A damaged base block is replaced by the copy in the log.
  if (!valid) head.set(oldest.baseBlock);
  return applied(source, head, chosen);
}

function first({ entries }: HiveLog): number {
  return entries[0]?.sequence ?? 0;
}

function last({ entries }: HiveLog): number {
  return entries[entries.length - 1]?.sequence ?? 0;
}

/** The logs that follow on the hive: what is below its secondary number is in it already. */
function following(logs: readonly HiveLog[], secondary: number): HiveLog[] {
  const chosen: HiveLog[] = [];
  for (const log of logs) {
    const before = chosen[chosen.length - 1];
    if (before === undefined ? first(log) >= secondary : first(log) === last(before) + 1) chosen.push(log);
  }
  return chosen;
}

function applied(source: ByteSource, head: Uint8Array, logs: readonly HiveLog[]): Replayed {
  const patched = new PatchedSource(source);
  let entries = 0;
  let sequence = 0;
  let dataSize = 0;
  for (const log of logs) {
    for (const entry of log.entries) {
      patched.grow(baseBlockSize + entry.dataSize);
      for (const { offset, bytes } of pagesOf(log.source, entry)) patched.write(baseBlockSize + offset, bytes);
      entries += 1;
      sequence = entry.sequence;
      dataSize = entry.dataSize;
    }
  }
  const view = new DataView(head.buffer);
  view.setUint32(PRIMARY, sequence, true);
  view.setUint32(SECONDARY, sequence, true);
  view.setUint32(0x1c, 0, true);
  view.setUint32(0x28, dataSize, true);
  view.setUint32(CHECKSUM, checksum(view), true);
  patched.write(0, head);
  return { source: patched, entries };
}
