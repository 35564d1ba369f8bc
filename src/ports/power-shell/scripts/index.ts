/** All fixed scripts, by name: what the engine ever says to PowerShell. */
import type { Script } from '../power-shell.ts';
import { about } from './about.ts';
import { cmContent, cmUpdateContent } from './cm-content.ts';
import { cmSchedule } from './cm-schedule.ts';
import { cmUpdates } from './cm-updates.ts';
import { findProcesses } from './find-processes.ts';
import { folderRights } from './folder-rights.ts';
import { loadedHives, unloadHive } from './hives.ts';
import { makeProtectedFolder } from './make-folder.ts';
import { processLives } from './process-lives.ts';
import { readSecret } from './read-secret.ts';
import { findTask, registerTask, unregisterTask } from './scheduled-task.ts';
import { agentWork, lastStart, restartComputer, startInstall, startScan } from './update-agent.ts';
import { wdsChange, wdsExport, wdsImages, wdsImport, wdsOffer } from './wds.ts';
import { writeDisc } from './write-disc.ts';
import { writeEvent } from './write-event.ts';
import { wsusCategories } from './wsus-categories.ts';
import { wsusUpdates } from './wsus-updates.ts';

export const scripts: readonly Pick<Script<unknown, unknown>, 'name' | 'text' | 'bound' | 'repeatable'>[] = [
  about,
  findProcesses,
  folderRights,
  makeProtectedFolder,
  processLives,
  wsusCategories,
  wsusUpdates,
  cmUpdates,
  cmSchedule,
  cmContent,
  cmUpdateContent,
  readSecret,
  writeEvent,
  writeDisc,
  registerTask,
  findTask,
  unregisterTask,
  startScan,
  startInstall,
  agentWork,
  lastStart,
  restartComputer,
  wdsImages,
  wdsImport,
  wdsExport,
  wdsChange,
  loadedHives,
  unloadHive,
  wdsOffer,
];
