import { join } from 'node:path';
import type { PointVersion } from '../../../contract/generated/types.ts';
import type { Ports } from '../../../ports/index.ts';
import { imageFolder } from './layout.ts';
import { hasSpare, retireToSpare } from './spare.ts';

/** What is kept no more goes, or becomes the spare. A file that is in use stays, and goes with the next send. */
export function retire(
  { ports, root, imageId }: { ports: Ports; root: string; imageId: string },
  { kept, before, spare }: { kept: readonly PointVersion[]; before: readonly PointVersion[]; spare: boolean },
): void {
  const folder = imageFolder(root, imageId);
  const names = new Set(kept.map(({ sourceVersion }) => `${sourceVersion}.wim`));
  for (const name of ports.files.names(folder)) {
    if (!/^\d+\.wim$/.test(name) || names.has(name)) continue;
    const path = join(folder, name);
    const known = before.find(({ sourceVersion }) => `${sourceVersion}.wim` === name);
    try {
      const isOnly = ports.files.linkCount(path) === 1;
      if (spare && known !== undefined && isOnly && !hasSpare(ports, root, imageId)) {
        retireToSpare(ports, root, imageId, { path, sha256: known.sha256 });
      } else ports.files.remove(path);
    } catch {
      // See above.
    }
  }
}
