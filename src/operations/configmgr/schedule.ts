import { readUpdates } from '../../answers/read-updates.ts';
import type {
  ConfigmgrScheduleRequest,
  ConfigmgrScheduleResult,
  ConfigmgrUpdate,
  Skipped,
  SourceConfigmgrSettings,
} from '../../contract/generated/types.ts';
import { configmgrSchedule as validate } from '../../contract/generated/validators/configmgr.schedule.js';
import { Problem } from '../../errors.ts';
import { type CmScheduled, cmSchedule } from '../../ports/power-shell/scripts/cm-schedule.ts';
import type { Database } from '../../site/database.ts';
import { sourceRow, sourceRows } from '../../sources/store/sources.ts';
import type { SourceTable } from '../../sources/tables.ts';
import type { Operation } from '../operation.ts';
import { moment } from '../update/moment.ts';
import { wantedUpdates } from '../update/wanted-updates.ts';

export const configmgrSchedule: Operation<ConfigmgrScheduleRequest, ConfigmgrScheduleResult> = {
  name: 'configmgr.schedule',
  validate,
  async run(request, context) {
    const { site, ports, signal, dryRun } = context;
    const { database } = await site();
    const source = await configmgrSource(database, request.source);
    const at = moment(request.at, '/at') ?? null;
    const chosen = await chosenUpdates(database, await wantedUpdates(request, context));
    const known = chosen.filter(({ articleId }) => articleId !== '');
    signal.throwIfAborted();
    const { siteCode, siteServer } = JSON.parse(source.settings_json) as SourceConfigmgrSettings;
    const answer = await ports.serverShell.ask(cmSchedule, {
      ...{ siteCode, siteServer, target: request.target, updates: known, at: at === null ? '' : fileTime(at), dryRun },
      continueOnError: request.continueOnError ?? false,
      removeSupersededUpdates: request.removeSupersededUpdates ?? false,
      updateDistributionPoint: request.updateDistributionPoint ?? false,
    });
    if (answer.target === null) {
      throw new Problem('ImgImageNotFound', {
        detail: `The site ${siteCode} has no operating system image with the name or package id ${JSON.stringify(request.target)}.`,
        remedy: '`Get-CMOperatingSystemImage` lists them.',
      });
    }
    const { updates, skipped } = sorted(chosen, answer);
    if (updates.length === 0) {
      const [first] = skipped;
      throw new Problem('ImgNothingApplicable', {
        detail: `The site ${siteCode} can put none of the updates into ${answer.target.name}: ${first?.title}: ${first?.reason}.`,
      });
    }
    return {
      result: {
        ...{ source: source.name, target: answer.target, updates, skipped, at, applied: !dryRun },
        scheduleId: answer.scheduleId === '' ? null : answer.scheduleId,
        warnings: updates
          .filter(({ isContentProvisioned }) => !isContentProvisioned)
          .map(
            ({ title }) => `${title}: its content is not downloaded in Configuration Manager, so it will not go in.`,
          ),
      },
      partial: skipped.length > 0,
    };
  },
};

interface Chosen {
  uniqueId: string;
  articleId: string;
  title: string;
}

/** The source that is named, else the only one. Throws Problem ImgSourceNotFound, ImgSourceInvalid. */
async function configmgrSource(database: Database, name: string | undefined): Promise<SourceTable> {
  const named = name === undefined ? undefined : await sourceRow(database, name);
  const rows = named === undefined ? await sourceRows(database) : [named];
  const [first, ...others] = rows.filter(({ type }) => type === 'configmgr');
  if (first !== undefined && others.length === 0) return first;
  if (named !== undefined) {
    throw new Problem('ImgSourceInvalid', { detail: `${named.name} is no configmgr source, but a ${named.type} one.` });
  }
  throw new Problem('ImgSourceNotFound', {
    detail: `There are ${first === undefined ? 'no' : others.length + 1} configmgr sources; the request must name one.`,
    remedy:
      'Add the site: `imgupdate source add --name cm --type configmgr --settings ...` with siteCode and siteServer; or name one with --source.',
  });
}

/** Throws Problem ImgRequestInvalid where the request chooses none. */
async function chosenUpdates(database: Database, wanted: readonly string[] | undefined): Promise<Chosen[]> {
  if (wanted === undefined) {
    throw new Problem('ImgRequestInvalid', {
      detail: 'The request must name updates, an image or a rule.',
      errors: [{ pointer: '/update', message: 'must be given when image and rule are not' }],
    });
  }
  const updates = await readUpdates(database, [...wanted], {});
  return updates.map(({ uniqueId, articleId, title }) => ({ uniqueId, articleId: articleId ?? '', title }));
}

/** 100 ns since 1601, in decimal digits. */
function fileTime(time: string): string {
  return String((BigInt(Date.parse(time)) + 11_644_473_600_000n) * 10_000n);
}

function sorted(
  chosen: readonly Chosen[],
  { updates: found }: CmScheduled,
): { updates: ConfigmgrUpdate[]; skipped: Skipped[] } {
  const updates: ConfigmgrUpdate[] = [];
  const skipped: Skipped[] = [];
  const there = new Map(found.map((each) => [each.uniqueId, each]));
  for (const { uniqueId, articleId, title } of chosen) {
    const known = there.get(uniqueId);
    if (known?.isOfflineServiceable === true) updates.push({ ...known, articleId });
    else if (known === undefined) {
      const reason = 'Configuration Manager does not know it; synchronise its software updates';
      skipped.push({ uniqueId, title, reasonCode: 'NotThere', reason });
    } else {
      const reason = 'Configuration Manager calls it expired or not offline serviceable';
      skipped.push({ uniqueId, title, reasonCode: 'NotOfflineServiceable', reason });
    }
  }
  return { updates, skipped };
}
