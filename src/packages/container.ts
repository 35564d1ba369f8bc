import type { ByteSource, NewDigest } from '../formats/bytes.ts';
import { openCab } from '../formats/cab/open.ts';
import type { InflateRaw } from '../formats/cab/types.ts';
import { FormatError } from '../formats/format-error.ts';
import { openWim } from '../formats/wim/open.ts';
import { fileForm, formBytes } from './file-form.ts';
import { sequentialSource } from './member-source.ts';
import type { PackageMember } from './types.ts';

/** What the readers need from outside. */
export interface Tools {
  newDigest: NewDigest;
  inflateRaw: InflateRaw;
}

/** A cabinet or a WIM file with one image: a list of named contents. */
export interface Container {
  form: 'cab' | 'wim';
  members: PackageMember[];
  /** The content of a member. 'not-found' when there is none of this name (in any case), 'limit' when it is longer. */
  readAll(name: string, limit: number): Uint8Array;
  /** The content of a member as a source, in bounded memory. */
  source(name: string): ByteSource;
}

/**
 * Opens either form by its first bytes. Throws FormatError 'not-recognised' with what it is instead, else what the reader
 * of the form throws.
 */
export function openContainer(source: ByteSource, tools: Tools): Container {
  const form = fileForm(source.read(0, Math.min(formBytes, source.size)));
  if (form.form === 'cab') return cabContainer(source, tools);
  if (form.form === 'wim') return wimContainer(source, tools);
  throw new FormatError('not-recognised', `it is ${form.what}: ${form.why}`);
}

function cabContainer(source: ByteSource, { inflateRaw }: Tools): Container {
  const cab = openCab(source, { inflateRaw });
  const found = finder(cab.members);
  return {
    form: 'cab',
    members: cab.members.map(({ name, size }) => ({ name, size })),
    readAll: (name, limit) => cab.readAll(found(name), limit),
    source(name) {
      const member = found(name);
      return sequentialSource(member.size, () => cab.read(member));
    },
  };
}

/** More names than any package has; a whole Windows has more. */
const MOST_NAMES = 200_000;

function wimContainer(source: ByteSource, { newDigest }: Tools): Container {
  const wim = openWim(source, newDigest);
  if (wim.images.length !== 1) {
    throw new FormatError('not-recognised', `it is an image file with ${wim.images.length} indexes, no update package`);
  }
  const tree = wim.tree(1);
  if (tree.find('\\Windows\\System32')?.directory === true) {
    throw new FormatError('not-recognised', 'it is an image file with a Windows in it, no update package');
  }
  const members: (PackageMember & { sha1: string })[] = [];
  for (const { path, entry } of tree.walk()) {
    if (entry.directory) continue;
    if (members.length >= MOST_NAMES) throw new FormatError('limit', `it holds more than ${MOST_NAMES} files`);
    members.push({ name: path.slice(1), size: entry.size, sha1: entry.sha1 });
  }
  const found = finder(members);
  return {
    form: 'wim',
    members: members.map(({ name, size }) => ({ name, size })),
    readAll(name, limit) {
      const { sha1 } = found(name);
      return sha1 === '' ? new Uint8Array(0) : wim.readAll(sha1, limit);
    },
    source: (name) => wim.content(found(name).sha1),
  };
}

function finder<Member extends PackageMember>(members: readonly Member[]): (name: string) => Member {
  const byName = new Map<string, Member>();
  for (const member of members) {
    const key = member.name.toLowerCase();
    if (!byName.has(key)) byName.set(key, member);
  }
  return (name) => {
    const member = byName.get(name.toLowerCase());
    if (member === undefined) throw new FormatError('not-found', `there is no ${name} in the package`);
    return member;
  };
}
