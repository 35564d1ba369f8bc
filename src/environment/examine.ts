/**
 * Looks at what servicing needs before it is needed: `environment.check`. Each examination is a function of the
 * surroundings and gives its lines; one that throws is told as a warning and stops no other.
 * To add one: an id in the schema `environment.check.result`, a function in a file here, its place in the table.
 */
import { asProblem } from '../errors.ts';
import { examineEngine, examineInstallation, examinePowerShell } from './installation.ts';
import { examineMemory } from './memory.ts';
import { examineElevation } from './rights.ts';
import { examineSite, examineSiteRights } from './site-folder.ts';
import { examineDatabase, examineLeftovers, examineSchedules } from './site-state.ts';
import { examineSpace } from './space.ts';
import { type EnvironmentCheck, type Examination, type Surroundings, warning } from './surroundings.ts';
import { examineImageBuilds, examineTool } from './tool.ts';
import { examineWakers } from './wakers.ts';
import { examineAntivirus, examineLongPaths } from './windows.ts';

/** In the order of reading. The id is that of the line where an examination itself fails. */
const examinations: [EnvironmentCheck['id'], Examination][] = [
  ['PowerShell', examinePowerShell],
  ['Engine', examineEngine],
  ['Installation', examineInstallation],
  ['Elevation', examineElevation],
  ['Site', examineSite],
  ['SiteRights', examineSiteRights],
  ['Database', examineDatabase],
  ['ServicingTool', examineTool],
  ['ImageBuild', examineImageBuilds],
  ['FreeSpace', examineSpace],
  ['Memory', examineMemory],
  ['LongPaths', examineLongPaths],
  ['Antivirus', examineAntivirus],
  ['Leftovers', examineLeftovers],
  ['Schedules', examineSchedules],
  ['Wakers', examineWakers],
];

export async function examine(surroundings: Surroundings): Promise<EnvironmentCheck[]> {
  const checks: EnvironmentCheck[] = [];
  for (const [id, examination] of examinations) {
    try {
      checks.push(...(await examination(surroundings)));
    } catch (error) {
      const { facts } = asProblem(error);
      checks.push(warning(id, `It could not be found out: ${facts.detail}`, 'Check the rights of this user.'));
    }
  }
  return checks;
}
