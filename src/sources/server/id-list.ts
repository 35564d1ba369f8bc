/**
 * The revisions that a round has to fetch, in their order. They lie in a file of the source's folder, so that a sync that
 * is cut off goes on without asking for the list again; the cursor only says how far it came.
 */
import { join } from 'node:path';
import type { Ports } from '../../ports/index.ts';
import { guidOf, type Identity, revisionOf } from './soap.ts';

/** Lines of one length, so that any entry is found without a table: a million of them is 48 MB of plain text. */
const lineLength = 48;
const largestList = 256 * 2 ** 20;
const guidLength = 36;

export class IdList {
  /** Which list this is; the cursor names it. */
  readonly id: string;
  readonly #lines: Buffer;

  constructor(id: string, lines: Buffer) {
    this.id = id;
    this.#lines = lines;
  }

  get length(): number {
    return this.#lines.length / lineLength;
  }

  slice(from: number, to: number): Identity[] {
    const entries: Identity[] = [];
    for (let at = from; at < Math.min(to, this.length); at += 1) {
      const line = this.#lines.toString('latin1', at * lineLength, (at + 1) * lineLength);
      entries.push({ id: line.slice(0, guidLength), revision: Number(line.slice(guidLength)) });
    }
    return entries;
  }
}

/** Takes the entries of a list one by one; there are hundreds of thousands, so they are bytes from the beginning. */
export class IdListWriter {
  readonly #lines: Buffer;
  #length = 0;

  /** `most`: entries that may come. */
  constructor(most: number) {
    this.#lines = Buffer.alloc(most * lineLength);
  }

  add({ id, revision }: Identity): void {
    const line = `${id}${String(revision).padStart(lineLength - guidLength - 1)}\n`;
    this.#length += this.#lines.write(line, this.#length, 'latin1');
  }

  /** Keeps the list until the next one of its name. Throws what the platform throws when the disk is full. */
  keep(ports: Ports, folder: string, name: string): IdList {
    const lines = this.#lines.subarray(0, this.#length);
    const list = new IdList(ports.ids.next(), lines);
    const head = `${list.id.padEnd(lineLength - 1)}\n`;
    ports.files.replaceText(join(folder, fileOf(name)), head + lines.toString('latin1'));
    return list;
  }
}

/** The list with this id; undefined when it is gone, another one, or damaged. */
export function keptList(ports: Ports, folder: string, name: string, id: string): IdList | undefined {
  const path = join(folder, fileOf(name));
  if (ports.files.facts(path) === undefined) return undefined;
  let text: string;
  try {
    text = ports.files.text(path, largestList);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  if (text.slice(0, lineLength).trim() !== id || text.length % lineLength !== 0) return undefined;
  const list = new IdList(id, Buffer.from(text.slice(lineLength), 'latin1'));
  const [last] = list.slice(list.length - 1, list.length);
  const whole =
    last === undefined || (guidOf(last.id) !== undefined && revisionOf(String(last.revision)) !== undefined);
  return whole ? list : undefined;
}

function fileOf(name: string): string {
  return `revisions-${name}.txt`;
}
