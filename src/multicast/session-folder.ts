import { join } from 'node:path';
import type { Ports } from '../ports/index.ts';
import { isAlive, ownerIn, thisOwner } from '../ports/process-owner.ts';

const prefix = '.imgupdate-multicast-';
const ownerFile = 'owner.json';

type Needs = Pick<Ports, 'files' | 'ids' | 'processes' | 'self'>;

/**
 * A folder of one session, beside the place of what it receives, so that the last step is a rename. What a process that
 * was killed left here, its tool too, is cleared away first; sessions that live are left alone.
 */
export async function makeSessionFolder(ports: Needs, place: string): Promise<string> {
  const { files, ids } = ports;
  files.makeFolder(place);
  await clearDead(ports, place);
  const folder = join(place, `${prefix}${ids.next()}`);
  files.makeFolder(folder);
  files.replaceText(join(folder, ownerFile), JSON.stringify(await thisOwner(ports)));
  return folder;
}

async function clearDead(ports: Needs, place: string): Promise<void> {
  const { files, processes } = ports;
  for (const name of files.names(place).filter((each) => each.startsWith(prefix))) {
    const folder = join(place, name);
    // None while it is being made, and in what is none of ours.
    const owner = ownerIn(files, join(folder, ownerFile));
    if (owner === undefined || (await isAlive(ports, owner))) continue;
    for (const tool of await processes.withArgument(folder)) await processes.end(tool);
    files.remove(folder);
  }
}
