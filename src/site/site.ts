/**
 * A site is a folder with a database: everything that one installation knows. This file finds the folder, opens it and
 * says where things are inside it. Nothing else builds a path into the site.
 */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import { type Database, openDatabase } from './database.ts';
import type { Migration } from './migrations.ts';
import { makeSecureFolder } from './secure.ts';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** What the engine believes of a site. Content is digested before it is used, its folder may not be replaced. */
export const trustedEntries: readonly string[] = [
  'site.db',
  'site.db-wal',
  'site.db-shm',
  'content',
  'logs',
  'sources',
  'keys',
];

export interface Site {
  folder: string;
  databaseFile: string;
  contentFolder: string;
  logFolder: string;
  /** A file that changes when there is something for a worker to look at; what it holds does not matter. */
  bellFile: string;
  /** What sources keep between syncs, a folder for each. */
  sourceFolder: string;
  /** The key pair with which this site signs its bundles. */
  keyFolder: string;
  database: Database;
  /** Version of the database. */
  schemaVersion: number;
  settings(): Promise<Settings>;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** `--site`; else IMGUPDATE_SITE, else the place of this operating system. */
  folder?: string | undefined;
  /** Program and leading arguments of the emulator of this installation. */
  emulator: string[];
}

/**
 * Opens the site with its database at the last of these steps, making it when it is not there. Throws Problem
 * ImgSiteUnusable, ImgSiteTooNew, ImgSiteInsecure.
 */
export async function openSite(ports: Ports, steps: readonly Migration[], options: SiteOptions): Promise<Site> {
  const folder = resolve(options.folder ?? ports.env['IMGUPDATE_SITE'] ?? defaultFolder(ports));
  const databaseFile = join(folder, 'site.db');
  const contentFolder = join(folder, 'content');
  const logFolder = join(folder, 'logs');
  let database: Database;
  try {
    await makeSecureFolder(ports, folder, trustedEntries);
    for (const path of [contentFolder, logFolder]) ports.files.makeFolder(path);
    database = await openDatabase(databaseFile, steps);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem('ImgSiteUnusable', { detail: `The site ${folder} cannot be opened: ${reason}`, cause: error });
  }
  const defaults = defaultSettings(options.emulator, process.platform);
  return {
    folder,
    databaseFile,
    contentFolder,
    logFolder,
    bellFile: join(folder, 'bell'),
    sourceFolder: join(folder, 'sources'),
    keyFolder: join(folder, 'keys'),
    database,
    schemaVersion: steps.length,
    settings: () => readSettings(database, defaults),
    close: () => database.destroy(),
  };
}

/** Shared by all users of a machine on Windows, where servicing needs an administrator; of one user elsewhere. */
function defaultFolder(ports: Ports): string {
  if (process.platform === 'win32') return join(ports.env['ProgramData'] ?? 'C:\\ProgramData', 'ImgUpdate');
  return join(ports.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'imgupdate');
}
