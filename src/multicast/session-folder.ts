import { join } from 'node:path';
import type { Ports } from '../ports/index.ts';
import type { ProcessIdentity } from '../ports/processes.ts';

const prefix = '.imgupdate-multicast-';
const ownerFile = 'owner.json';

type Needs = Pick<Ports, 'files' | 'ids' | 'processes' | 'self'>;

/**
 * A folder of one session, beside the place of what it receives, so that the last step is a rename. What a process that
 * was killed left here, its tool too, is cleared away first; sessions that live are left alone.
 */
export async function makeSessionFolder(ports: Needs, place: string): Promise<string> {
  const { files, ids, processes, self } = ports;
  files.makeFolder(place);
  await clearDead(ports, place);
  const folder = join(place, `${prefix}${ids.next()}`);
  files.makeFolder(folder);
  const owner: ProcessIdentity = { pid: self.pid, startTime: await processes.ownStartTime() };
  files.replaceText(join(folder, ownerFile), JSON.stringify(owner));
  return folder;
}

async function clearDead({ files, processes }: Needs, place: string): Promise<void> {
  for (const name of files.names(place).filter((each) => each.startsWith(prefix))) {
    const folder = join(place, name);
    const owner = ownerOf(files, join(folder, ownerFile));
    if (owner === undefined || (await processes.lives(owner))) continue;
    for (const tool of await processes.withArgument(folder)) await processes.end(tool);
    files.remove(folder);
  }
}

/** Undefined while it is being made, and for what is none of ours. */
function ownerOf(files: Ports['files'], path: string): ProcessIdentity | undefined {
  try {
    const { pid, startTime } = JSON.parse(files.text(path, 1000)) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startTime === 'string' ? { pid, startTime } : undefined;
  } catch {
    return undefined;
  }
}
