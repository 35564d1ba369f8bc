/**
 * Work folders of runs that the database does not know: it was put back from an older copy, or made anew. What owns a folder
 * stands in it, so that those of other sites on the same servicing drive, and of workers that live, are left alone.
 */
import { dirname, join } from 'node:path';
import type { Ports } from '../../ports/index.ts';
import { isAlive, type ProcessOwner, thisOwner } from '../../ports/process-owner.ts';
import { servicingLog } from '../../report/servicing-log.ts';
import type { Engine } from './engine.ts';
import { rollBack } from './roll-back.ts';
import { servicingTool } from './servicing-tool.ts';
import { endTools } from './tool-file.ts';
import { scratchFolderName, servicingRoot } from './work-folder.ts';

interface FolderOwner extends ProcessOwner {
  site: string;
  runId: string;
  rehearsal: boolean;
}

/** What became of one folder. */
interface CleanedFolder {
  kind: 'folder';
  target: string;
  mended: boolean;
  message: string;
}

/** Below scratch, whose files are none of those that a run goes on with. */
const ownerFile = join(scratchFolderName, 'owner.json');

/** Notes in a work folder whose it is. The folder and that for scratch are there. */
export async function noteOwner(
  { ports, site }: Engine,
  folder: string,
  run: { runId: string; rehearsal: boolean },
): Promise<void> {
  const owner: FolderOwner = { site: site.folder, ...run, ...(await thisOwner(ports)) };
  ports.files.replaceText(join(folder, ownerFile), JSON.stringify(owner));
}

/** Cleans the work folders of this site whose runs are in no database. */
export async function cleanOrphans(engine: Engine): Promise<CleanedFolder[]> {
  const { ports, site } = engine;
  const settings = await site.settings();
  const root = dirname(servicingRoot(ports, site, settings, 'any'));
  if (ports.files.facts(root)?.kind !== 'folder') return [];
  const findings: CleanedFolder[] = [];
  for (const name of ports.files.names(root)) {
    const folder = join(root, name);
    const owner = ownerOf(ports, folder);
    if (owner === undefined || !(await isOrphan(engine, owner))) continue;
    const logFolder = join(site.logFolder, owner.runId);
    const log = servicingLog(ports, [site.logFolder]);
    log.write(`${folder} is of the run ${owner.runId}, which is in no database any more`, 'Warning');
    const { dism } = servicingTool(engine, settings, owner);
    const isFree = await endTools({ ports, log }, logFolder);
    const left = isFree ? await rollBack({ ports, dism, log }, folder) : [folder];
    const message =
      left.length === 0
        ? 'The work folder of a run that the database does not know was removed.'
        : `Still in use: ${left.join(', ')}.`;
    findings.push({ kind: 'folder', target: folder, mended: left.length === 0, message });
  }
  return findings;
}

async function isOrphan({ ports, site }: Engine, owner: FolderOwner): Promise<boolean> {
  if (owner.site !== site.folder || (await isAlive(ports, owner))) return false;
  const run = await site.database
    .selectFrom('run')
    .select('run_id')
    .where('run_id', '=', owner.runId)
    .executeTakeFirst();
  return run === undefined;
}

function ownerOf({ files }: Ports, folder: string): FolderOwner | undefined {
  const path = join(folder, ownerFile);
  if (files.facts(path)?.kind !== 'file') return undefined;
  try {
    const owner: Partial<FolderOwner> | null = JSON.parse(files.text(path, 10_000));
    const texts = [owner?.site, owner?.runId, owner?.host, owner?.startTime];
    // The id becomes a part of a path.
    const isWhole = texts.every((text) => typeof text === 'string') && /^[\w-]+$/.test(owner?.runId ?? '');
    return isWhole && Number.isSafeInteger(owner?.pid) ? (owner as FolderOwner) : undefined;
  } catch {
    return undefined;
  }
}
