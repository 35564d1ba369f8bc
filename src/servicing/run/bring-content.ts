import { presentContent } from '../../content/save/present.ts';
import { saveContents } from '../../content/save/save-contents.ts';
import { type WantedContent, wantedContents } from '../../content/save/wanted.ts';
import { contentOf } from '../../content/verified.ts';
import { asProblem, Problem } from '../../errors.ts';
import type { ServicingLog } from '../../report/servicing-log.ts';
import { writeTransaction } from '../../site/database.ts';
import type { Settings } from '../../site/settings.ts';
import { plannedContent } from '../plan/named-content.ts';
import type { ServicingPlan } from '../plan/plan.ts';
import type { Engine } from './engine.ts';

interface Bringing {
  plan: ServicingPlan;
  settings: Settings;
  log: ServicingLog;
  signal: AbortSignal;
  runId: string;
}

/**
 * Downloads what the plan needs and the library lacks, before anything is copied or mounted. Returns for each update that is still not here why: ImgContentMissing with the cause. Updates that nobody offers are
 * left to the check of the run. Throws the reason of the signal.
 */
export async function bringContent(
  engine: Engine,
  { plan, settings, log, signal, runId }: Bringing,
): Promise<Map<string, Problem>> {
  const absent = new Map<string, Problem>();
  if (plan.steps.length === 0) return absent;
  const { ports, site } = engine;
  const offered = (await lackingContent(engine, plan)).filter(({ urls }) => urls.length > 0);
  if (offered.length === 0) return absent;
  await tell('Downloading content');
  log.write(`Downloading content: ${offered.map(({ name }) => name).join(', ')}`);
  const failed = (uniqueId: string, cause: Problem): void => {
    const detail = `The content library has no package for the update ${uniqueId}. ${cause.message}`;
    log.write(detail, 'Error');
    absent.set(uniqueId, new Problem('ImgContentMissing', { detail, cause, remedy: remedyOf(cause) }));
  };
  try {
    const onNote = (message: string): void => log.write(message);
    const { files } = await saveContents({ ports, site, settings, signal, onNote }, offered);
    for (const { name, bytesDownloaded, url } of files) {
      if (url !== null) log.write(`Downloaded ${name} (${bytesDownloaded} bytes) from ${url}`);
    }
    for (const { uniqueId, problem } of files) {
      if (problem !== null)
        failed(uniqueId, new Problem(problem.id as Problem['id'], { detail: problem.detail, remedy: problem.remedy }));
    }
  } catch (error) {
    signal.throwIfAborted();
    for (const { uniqueId } of offered) failed(uniqueId, asProblem(error));
  }
  return absent;

  async function tell(phase: string): Promise<void> {
    await writeTransaction(site.database, (writer) =>
      writer.updateTable('run').set({ phase }).where('run_id', '=', runId).execute(),
    );
  }
}

/** Files that the plan needs and the library has not. A stand-in stands for all files of its update. */
async function lackingContent({ ports, site }: Engine, plan: ServicingPlan): Promise<WantedContent[]> {
  const { wanted } = await wantedContents(site, plannedContent(plan));
  const lacking: WantedContent[] = [];
  for (const file of wanted) {
    const stored = await contentOf(site, file.uniqueId);
    const isThere = file.isCompanion
      ? stored?.stand_in === 1 || (await presentContent({ ports, site }, file)) !== undefined
      : stored !== undefined;
    if (!isThere) lacking.push(file);
  }
  return lacking;
}

/** What is to be done about the cause; the table's remedy, to add the file by hand, stands beside it. */
function remedyOf({ facts }: Problem): string {
  return `${facts.remedy ?? ''} Or add the package file: imgupdate content add FILE.`.trim();
}
