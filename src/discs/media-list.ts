import { join } from 'node:path';
import { Problem } from '../errors.ts';
import { keptFolderName } from '../images/library/kept-folder.ts';
import type { ImageFolder } from '../images/library/split-set.ts';

/** A file of media. */
export interface MediaFile {
  /** On the media; begins with a backslash. */
  path: string;
  /** Where it lies now. */
  place: string;
  size: number;
}

export interface MediaList {
  files: MediaFile[];
  /** Paths of all folders below the root, parents first. */
  folders: string[];
  /** Versions of before are kept in a folder of it; whoever reads all of the root finds them too. */
  hasKept: boolean;
}

const mostFiles = 1_000_000;
const mostDepth = 128;

/** Everything on media; kept versions of its images are none of it. Throws Problem ImgFileUnreadable for what is neither file nor folder, such as a link to nowhere. */
export function listMedia(files: ImageFolder, root: string): MediaList {
  const list: MediaList = { files: [], folders: [], hasKept: false };
  const waiting = [{ place: root, path: '', depth: 0 }];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const name of files.names(folder.place)) {
      if (name === keptFolderName) {
        list.hasKept = true;
        continue;
      }
      const place = join(folder.place, name);
      const path = `${folder.path}\\${name}`;
      const facts = files.facts(place);
      if (facts?.kind === 'file') list.files.push({ path, place, size: facts.size });
      else if (facts?.kind === 'folder' && folder.depth < mostDepth) {
        list.folders.push(path);
        waiting.push({ place, path, depth: folder.depth + 1 });
      } else throw new Problem('ImgFileUnreadable', { detail: `${place} is neither a file nor a folder of media.` });
      if (list.files.length + list.folders.length > mostFiles) {
        throw new Problem('ImgNotMedia', { detail: `${root} has more than ${mostFiles} files.` });
      }
    }
  }
  list.files.sort((one, other) => (one.path < other.path ? -1 : 1));
  return list;
}
