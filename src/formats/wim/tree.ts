import { foldName, splitPath } from './names.ts';
import type { WimEntry, WimTree } from './types.ts';

/** The names of one directory for look-up: by folded name the first entry, and by exact name any that it hides. */
interface DirectoryIndex {
  folded: Map<string, WimEntry>;
  exact: Map<string, WimEntry>;
}

/** An image's tree with its look-ups. Directories are indexed when a path first leads through them. */
export class ParsedTree implements WimTree {
  readonly root: WimEntry;
  readonly securityDescriptors: Uint8Array[];
  readonly directoryCount: number;
  readonly fileCount: number;
  readonly missingContents: number;
  readonly #indexes = new WeakMap<WimEntry, DirectoryIndex>();

  constructor(
    parts: Pick<WimTree, 'root' | 'securityDescriptors' | 'directoryCount' | 'fileCount' | 'missingContents'>,
  ) {
    this.root = parts.root;
    this.securityDescriptors = parts.securityDescriptors;
    this.directoryCount = parts.directoryCount;
    this.fileCount = parts.fileCount;
    this.missingContents = parts.missingContents;
  }

  find(path: string): WimEntry | undefined {
    let at: WimEntry | undefined = this.root;
    for (const name of splitPath(path)) {
      if (at === undefined) return undefined;
      const index = this.#indexOf(at);
      at = index.exact.get(name) ?? index.folded.get(foldName(name));
    }
    return at;
  }

  list(path: string): readonly WimEntry[] {
    return this.find(path)?.children ?? [];
  }

  *walk(under = '\\'): Generator<{ path: string; entry: WimEntry }> {
    const start = this.find(under);
    if (start === undefined) return;
    const names = splitPath(under);
    const stack: { path: string; entries: WimEntry[]; next: number }[] = [
      { path: names.length === 0 ? '' : `\\${names.join('\\')}`, entries: start.children, next: 0 },
    ];
    for (;;) {
      const level = stack[stack.length - 1];
      if (level === undefined) return;
      const entry = level.entries[level.next++];
      if (entry === undefined) {
        stack.pop();
        continue;
      }
      const path = `${level.path}\\${entry.name}`;
      yield { path, entry };
      if (entry.children.length > 0) stack.push({ path, entries: entry.children, next: 0 });
    }
  }

  #indexOf(directory: WimEntry): DirectoryIndex {
    const known = this.#indexes.get(directory);
    if (known !== undefined) return known;
    const index: DirectoryIndex = { folded: new Map(), exact: new Map() };
    for (const entry of directory.children) {
      if (entry.nameProblem !== '') continue;
      const folded = foldName(entry.name);
      const first = index.folded.get(folded);
      if (first === undefined) index.folded.set(folded, entry);
      else {
        index.exact.set(first.name, first);
        index.exact.set(entry.name, entry);
      }
    }
    this.#indexes.set(directory, index);
    return index;
  }
}
