import { basename, dirname, join, resolve } from 'node:path';
import { partName, planSplit, writeSplitPart } from '../../formats/wim/split.ts';
import { code } from '../codes.ts';
import { optionValue, refused } from '../command-line.ts';
import { refuseUnmountable, withImageFile } from '../image-file.ts';
import { messageOf } from '../messages.ts';
import { tablePath } from '../mounts.ts';
import { startProgress } from '../progress.ts';
import type { Command } from '../session.ts';

/** Writes an image file as a set of parts (.swm) of at most /FileSize megabytes. A folder that is not there is error 87. */
export const splitImage: Command = {
  names: ['Split-Image', 'Split-Wim'],
  values: ['ImageFile', 'WimFile', 'SWMFile', 'FileSize'],
  flags: ['CheckIntegrity'],
  required: ['SWMFile', 'FileSize'],
  async run(session) {
    const { line, disk, ids } = session;
    const given = optionValue(line, 'ImageFile') ?? optionValue(line, 'WimFile');
    if (given === undefined) throw refused('The /ImageFile: option is missing a required argument.');
    const megabytes = Number(optionValue(line, 'FileSize'));
    const first = resolve(optionValue(line, 'SWMFile') ?? '');
    const isThere = disk.stamp(dirname(first))?.kind === 'folder';
    if (!isThere || !/\.swm$/i.test(first) || !(megabytes > 0)) throw refused(messageOf(code.invalidParameter));
    await withImageFile(session, tablePath(session, given), async ({ wim, source }) => {
      refuseUnmountable(wim);
      const plan = planSplit(wim, Math.floor(megabytes * 1024 * 1024));
      const guid = ids.bytes(16);
      const progress = await startProgress(session, '');
      const total = plan.sizes.reduce((sum, size) => sum + size, 0);
      let before = 0;
      for (const [at, size] of plan.sizes.entries()) {
        const sink = disk.newFile(join(dirname(first), partName(basename(first).replace(/\.swm$/i, ''), at + 1)));
        try {
          const part = { wim, source, plan, number: at + 1, guid };
          for (const done of writeSplitPart(part, sink)) await progress.to((99 * (before + done)) / total);
          sink.sync();
        } finally {
          sink.close();
        }
        before += size;
      }
      await progress.to(100);
    });
  },
};
