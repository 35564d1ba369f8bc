/**
 * The machine's table of mounted images, one database in the state folder: written by any number of emulators at once,
 * and whole after a kill at any moment. A status is not stored, it follows from what happened: see `statusOf`.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Disk, TEMPORARY } from './disk.ts';

/** What a mount was last seen doing. Idle = nothing in progress; lost = the filter let go of it, its files are whole. */
export type MountPhase = 'idle' | 'mounting' | 'servicing' | 'saving' | 'unmounting' | 'lost';
export type MountStatus = 'Ok' | 'Needs Remount' | 'Invalid';

export interface Mount {
  id: string;
  mountDir: string;
  imageFile: string;
  imageIndex: number;
  readWrite: boolean;
  phase: MountPhase;
  /** The process at work, 0 when idle. */
  ownerPid: number;
  ownerStart: string;
  /** SHA-1 of the index's metadata in the file that was mounted: tells whether the file was changed since. */
  metadataSha1: string;
  /** A commit was done, then the folder could not be released. */
  partlyUnmounted: boolean;
  /** A servicing command left the image unserviceable. */
  poisoned: boolean;
}

/** A hive of a mounted image that is loaded: the emulator's part of the registry of a machine. */
export interface TableHive {
  key: string;
  file: string;
}

export interface MountTable {
  all(): Mount[];
  /** Adds a mount; `check` sees the others under the same lock and throws to refuse. */
  add(mount: Mount, check: (others: Mount[]) => void): void;
  /** Changes members of a mount under the lock; `check` sees the newest state and throws to refuse. */
  update(id: string, change: Partial<Mount>, check?: (mount: Mount) => void): void;
  remove(id: string): void;
  /** Counts a call and returns the number of calls before it. */
  countCall(key: string): number;
  /** Hives that are loaded. */
  hives(): TableHive[];
  loadHive(hive: TableHive): void;
  /** False when there is none of this key. */
  unloadHive(key: string): boolean;
  /** Where the state of one mount is kept. */
  manifestPath(id: string): string;
  close(): void;
}

export function openMountTable(disk: Disk, folder: string): MountTable {
  disk.makeFolder(join(folder, 'mounts'));
  const database = new DatabaseSync(join(folder, 'mounts.db'), { timeout: BUSY_MILLISECONDS });
  database.exec('CREATE TABLE IF NOT EXISTS mount (id TEXT PRIMARY KEY, facts TEXT NOT NULL) STRICT');
  database.exec('CREATE TABLE IF NOT EXISTS call (fault TEXT PRIMARY KEY, calls INTEGER NOT NULL) STRICT');
  database.exec('CREATE TABLE IF NOT EXISTS hive (key TEXT PRIMARY KEY, file TEXT NOT NULL) STRICT');
  const all = (): Mount[] =>
    database
      .prepare('SELECT facts FROM mount ORDER BY rowid')
      .all()
      .map((row) => JSON.parse(String(row['facts'])) as Mount);
  const locked = <T>(work: () => T): T => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    all,
    add: (mount, check) =>
      locked(() => {
        check(all());
        database.prepare('INSERT INTO mount (id, facts) VALUES (?, ?)').run(mount.id, JSON.stringify(mount));
      }),
    update: (id, change, check) =>
      locked(() => {
        const current = all().find((mount) => mount.id === id);
        if (current === undefined) return;
        check?.(current);
        const facts = JSON.stringify({ ...current, ...change });
        database.prepare('UPDATE mount SET facts = ? WHERE id = ?').run(facts, id);
      }),
    remove(id) {
      locked(() => {
        database.prepare('DELETE FROM mount WHERE id = ?').run(id);
        // Nobody writes a manifest without a mount: what is half written now was left by a call that was killed.
        if (all().length === 0) removeHalfWritten(disk, join(folder, 'mounts'));
      });
      disk.remove(this.manifestPath(id));
    },
    countCall: (key) =>
      locked(() => {
        const before = Number(database.prepare('SELECT calls FROM call WHERE fault = ?').get(key)?.['calls'] ?? 0);
        database
          .prepare('INSERT INTO call (fault, calls) VALUES (?, 1) ON CONFLICT (fault) DO UPDATE SET calls = calls + 1')
          .run(key);
        return before;
      }),
    hives: () =>
      database
        .prepare('SELECT key, file FROM hive ORDER BY rowid')
        .all()
        .map(({ key, file }) => ({ key: String(key), file: String(file) })),
    loadHive: ({ key, file }) => {
      database.prepare('INSERT INTO hive (key, file) VALUES (?, ?)').run(key, file);
    },
    unloadHive: (key) => database.prepare('DELETE FROM hive WHERE key = ?').run(key).changes > 0,
    manifestPath: (id) => join(folder, 'mounts', `${id}.json`),
    close: () => database.close(),
  };
}

function removeHalfWritten(disk: Disk, folder: string): void {
  for (const name of disk.names(folder)) if (name.startsWith(TEMPORARY)) disk.remove(join(folder, name));
}

const BUSY_MILLISECONDS = 30_000;
