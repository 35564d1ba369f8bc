/** How DISM is asked to clean up: what its own log says of the commands of a run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { safeOs } from '../../helpers/dynamic-updates.ts';
import { upgradePackage } from '../../helpers/media.ts';
import { type Month, openMonth, updates } from '../../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

it('defers that of recovery image and boot.wim, and not that of Windows', async () => {
  await month.catalog(safeOs);
  for (const each of [updates.june, safeOs]) await month.content(each);
  await upgradePackage(month, 'Media', { windows: [{ winre: true }] });

  const asked = { includeWinRE: true, includeBootImage: true, removeSupersededUpdates: true };
  const run = await month.service({ image: 'Media', latest: true, ...asked });

  expect(run.status).toBe('Succeeded');
  const { logFolder } = month.site;
  const logs = readdirSync(logFolder, { recursive: true, encoding: 'utf8' }).filter((name) => /clean-up/.test(name));
  const commands = logs.sort().map((name) => {
    const line = /Executing command line: .*StartComponentCleanup(.*)/.exec(
      readFileSync(join(logFolder, name), 'utf8'),
    );
    return [/clean-up-(\w+)/.exec(name)?.[1], line?.[1]?.trim().replaceAll('"', '')];
  });
  expect(commands).toEqual([
    ['re1', '/ResetBase /Defer'],
    ['1', '/ResetBase'],
    ['boot1', '/ResetBase /Defer'],
    ['boot2', '/ResetBase /Defer'],
  ]);
});
