/** A distribution point that is a folder, a share or a mount. */
import { Problem } from '../../errors.ts';
import type { Ports } from '../../ports/index.ts';
import { manifestPath, underRoot } from '../points/store/layout.ts';
import { pointProblem } from '../points/store/point-problem.ts';
import { longestManifest } from '../points/store/signed-manifest.ts';
import type { Origin } from './origin.ts';

export function folderOrigin({ files }: Pick<Ports, 'files'>, root: string): Origin {
  let received = 0;
  const told = (error: unknown): unknown => pointProblem(error, { name: 'The distribution point', root });
  const unreachable = (what: string): Problem => new Problem('ImgPointUnreachable', { detail: `${root}: ${what}.` });
  return {
    shown: root,
    received: () => received,
    async manifest() {
      const path = manifestPath(root);
      const facts = files.facts(path);
      if (facts?.kind !== 'file') throw unreachable('there is no manifest.json, so this is no distribution point');
      if (facts.size > longestManifest) throw unreachable('its manifest is too long');
      try {
        return files.text(path, longestManifest);
      } catch (error) {
        throw told(error);
      }
    },
    async open({ file: name, size }) {
      const file = await files.random(underRoot(root, name), 'read').catch((error: unknown) => {
        throw told(error);
      });
      if (file.size !== size) {
        await file.close();
        throw unreachable(`${name} has another size than its manifest says`);
      }
      return {
        size,
        async read(offset, length, into) {
          const bytes = await file.read(offset, length, into).catch((error: unknown) => {
            throw told(error);
          });
          received += bytes.length;
          return bytes;
        },
        close: () => file.close(),
      };
    },
  };
}
