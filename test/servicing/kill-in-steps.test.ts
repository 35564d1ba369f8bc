/** kill -9 in every step of a run, then a new start. Places are reached exactly: the worker stands still there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { haltWorkerAt, killHard, lives, toolsOf } from '../helpers/halted.ts';
import { type Month, openMonth } from '../helpers/month.ts';
import { expectRecovered, oneIndex, twoIndexes } from './killed-run.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const again = [2];

describe('a worker killed between two steps: the run is rolled back and made again', () => {
  it.each([...['01-check', '02-copy', '03-mount-1', '04-add-update-1', '05-unmount-1', '06-verify', '07-publish']])(
    'before %s',
    async (step) => {
      const prepared = await oneIndex(month);

      await killHard(month, await haltWorkerAt(month, { step }), 'worker');

      await expectRecovered(month, prepared, again);
    },
  );

  it.each([...['05-clean-up-1', '07-mount-2', '11-export']])(
    'before %s of a run over two indexes with clean-up and export',
    async (step) => {
      const prepared = await twoIndexes(month);

      await killHard(month, await haltWorkerAt(month, { step }), 'worker');

      await expectRecovered(month, prepared, again);
    },
  );
});

describe('a worker killed while its tool works', () => {
  const inTool: [what: string, command: string, words: string[], caption?: string][] = [
    ['mount', 'Mount-Image', ['/Mount-Image']],
    ['add', 'Add-Package', ['/Add-Package']],
    ['save', 'Unmount-Image', ['/Unmount-Image', '/Commit'], 'Saving image'],
    ['unmount', 'Unmount-Image', ['/Unmount-Image', '/Commit'], 'Unmounting image'],
  ];

  it.each(inTool)(
    '%s: the tool lives on, unless the system ends it, and is ended first',
    async (_what, command, words, caption) => {
      const prepared = await oneIndex(month);
      const child = await haltInTool({ command, words, caption });
      await killHard(month, child, 'worker');
      const [tool = 0] = toolsOf(month);
      const lived = lives(tool);

      await expectRecovered(month, prepared, again);

      // On Windows the system ends a tool with its worker; whether it has done so yet is of no matter.
      if (!month.ports.processes.childrenEndWithUs) expect(lived).toBe(true);
      expect(lives(tool)).toBe(false);
    },
  );

  it.each(inTool.slice(0, 3))('%s: the tool is killed with it', async (_what, command, words, caption) => {
    const prepared = await oneIndex(month);

    await killHard(month, await haltInTool({ command, words, caption }), 'everything');

    await expectRecovered(month, prepared, again);
  });

  it.each<[command: string, words: string[]]>([
    ['Cleanup-Image', ['/Cleanup-Image', 'mount2']],
    ['Export-Image', ['/Export-Image', '/SourceIndex:2']],
  ])('%s, the second of a run over two indexes: the tool lives on', async (command, words) => {
    const prepared = await twoIndexes(month);

    await killHard(month, await haltInTool({ command, words, skip: 1 }), 'worker');

    await expectRecovered(month, prepared, again);
  });

  /** The tool hangs in the middle of its work, and the worker stands still when it sees that. */
  function haltInTool(at: { command: string; words: string[]; caption?: string | undefined; skip?: number }) {
    const { command, words, caption, skip = 0 } = at;
    month.plan({
      ...{ command, do: 'hang', atPercent: 20, skip, times: 1 },
      ...(caption === undefined ? {} : { caption }),
    });
    return haltWorkerAt(month, { output: `${caption ?? ''}.*[2-9]\\d\\.\\d%`, command: words });
  }
});
