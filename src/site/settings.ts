import type { SiteSetRequest } from '../contract/generated/types.ts';
import { type Database, writeTransaction } from './database.ts';

/** What an administrator can set for a site. */
export type Settings = Required<SiteSetRequest>;

/** The servicing tool of a site that nobody configured: DISM on Windows, the emulator elsewhere. */
export function defaultSettings(emulator: string[], platform: string): Settings {
  return {
    servicingDrive: 'Automatic',
    minimumFreeSpace: 0,
    retainVersion: 2,
    retainDays: 0,
    retainBytes: 0,
    dism: platform === 'win32' ? ['dism.exe'] : emulator,
    maximumConcurrency: 1,
    memoryPerRun: 0,
    downloadContent: true,
    syncBeforeRun: true,
    maximumDownloads: 3,
    bandwidthLimit: 0,
    bandwidthWindow: '',
    proxy: '',
    contentBaseUrls: [],
    contentHosts: [],
    contentBudget: 0,
  };
}

/** Settings as they are shown: a password that somebody wrote into an address is not. */
export function shownSettings<S extends Partial<Settings>>(settings: S): S {
  const { proxy } = settings;
  const parsed = proxy === undefined ? null : URL.parse(proxy);
  if (parsed === null || parsed.password === '') return settings;
  parsed.password = '***';
  return { ...settings, proxy: parsed.href };
}

/** Stored settings over the defaults. */
export async function readSettings(database: Database, defaults: Settings): Promise<Settings> {
  const rows = await database.selectFrom('setting').selectAll().execute();
  const stored = Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value_json)]));
  return { ...defaults, ...stored };
}

export async function writeSettings(database: Database, changes: SiteSetRequest): Promise<void> {
  const rows = Object.entries(changes).map(([name, value]) => ({ name, value_json: JSON.stringify(value) }));
  if (rows.length === 0) return;
  await writeTransaction(database, (writer) =>
    writer
      .insertInto('setting')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet((row) => ({ value_json: row.ref('excluded.value_json') })),
      )
      .execute(),
  );
}
