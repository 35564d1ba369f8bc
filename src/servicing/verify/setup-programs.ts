import type { WimFile } from '../../formats/wim/types.ts';

/** What must be the same on the media and in boot.wim; setuphost.exe since build 26100. */
export const setupPrograms = ['setup.exe', 'setuphost.exe'] as const;

/** SHA-1 of the programs of Setup in boot.wim, by name; those of the last index that holds Setup. */
export function setupProgramsIn(wim: WimFile): Map<string, string> {
  for (const { index } of wim.images.toReversed()) {
    const names = wim.names(index);
    const found = setupPrograms.flatMap((name) => {
      const entry = names.find(`\\sources\\${name}`);
      return entry === undefined || entry.directory || entry.sha1 === '' ? [] : [[name, entry.sha1] as const];
    });
    if (found.length > 0) return new Map(found);
  }
  return new Map();
}
