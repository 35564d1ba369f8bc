import { resolve } from 'node:path';
import { code } from '../codes.ts';
import { optionValue, refused } from '../command-line.ts';
import { DismFailure } from '../failure.ts';
import { chosenImage, refuseUnmountable, withImageFile } from '../image-file.ts';
import { layOut } from '../lay-out.ts';
import { tablePath } from '../mounts.ts';
import { startProgress } from '../progress.ts';
import type { Command } from '../session.ts';
import { imageFileOption } from './get-image-info.ts';

/** Lays one index out in a folder for good: no mount, nothing to commit. */
export const applyImage: Command = {
  names: ['Apply-Image'],
  values: ['ImageFile', 'WimFile', 'Index', 'Name', 'ApplyDir'],
  flags: ['CheckIntegrity', 'Verify', 'NoRpFix', 'Compact'],
  required: ['ApplyDir'],
  async run(session) {
    const { disk, line } = session;
    const asked = { index: optionValue(line, 'Index'), name: optionValue(line, 'Name') };
    if (asked.index === undefined && asked.name === undefined) {
      throw refused('The /Index: option is missing a required argument.');
    }
    const folder = tablePath(session, resolve(optionValue(line, 'ApplyDir') ?? ''));
    await withImageFile(session, tablePath(session, imageFileOption(session)), async ({ wim }) => {
      refuseUnmountable(wim);
      const { index } = chosenImage(wim, asked);
      if (disk.stamp(folder)?.kind !== 'folder') throw new DismFailure(code.pathNotFound, `${folder} is no folder`);
      // The real one writes into a folder that holds files; here nothing that exists is ever overwritten.
      if (disk.names(folder).length > 0) throw new DismFailure(code.alreadyExists, `${folder} is not empty`);
      const progress = await startProgress(session, 'Applying image');
      await layOut({ disk, wim, tree: wim.tree(index), folder, progress });
      await progress.to(100);
    });
  },
};
